package org.nowrongdoor.referral.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a host is. */
public interface NameResolver {

    /** Every address of a host. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}

package org.nowrongdoor.referral.webhook;

import java.net.InetAddress;
import java.net.URI;

/** Where an attempt goes: the address that was checked, and the host as which it must prove itself. */
record DeliveryTarget(URI url, InetAddress address) {

    boolean isEncrypted() {
        return "https".equals(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isEncrypted() ? 443 : 80;
    }

    /** Host name, or address without its brackets. */
    String host() {
        return TargetUrlParser.bare(url.getHost());
    }

    String pathAndQuery() {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}

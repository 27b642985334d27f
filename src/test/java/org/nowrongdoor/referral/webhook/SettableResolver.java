package org.nowrongdoor.referral.webhook;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Names in tests lead where a test says, else where the system says. */
@Mock
@Singleton
public class SettableResolver implements NameResolver {

    private final Map<String, List<String>> leads = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    /** Lets a name lead to addresses. */
    public void lead(String host, String... addresses) {
        leads.put(host, List.of(addresses));
    }

    /** How often a name was looked up. */
    public int asked(String host) {
        return asked.getOrDefault(host, new AtomicInteger()).get();
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        asked.computeIfAbsent(host, name -> new AtomicInteger()).incrementAndGet();
        var known = leads.get(host);
        if (known == null) {
            return List.of(InetAddress.getAllByName(host));
        }
        var found = new ArrayList<InetAddress>();
        for (var address : known) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }
}

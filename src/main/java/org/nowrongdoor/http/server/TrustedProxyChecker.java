package org.nowrongdoor.http.server;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Refuses to start where anybody could claim to be a proxy, and with it any address and any scheme. */
@Singleton
public class TrustedProxyChecker {

    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";

    private final Config config;

    public TrustedProxyChecker(Config config) {
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        var forwards = config.getOptionalValue(FORWARDING, Boolean.class).orElse(false);
        Optional<List<String>> trusted = config.getOptionalValues(TRUSTED, String.class);
        if (forwards && trusted.filter(list -> !list.isEmpty()).isEmpty()) {
            throw new IllegalStateException(FORWARDING + " is on but " + TRUSTED
                    + " is empty: name the addresses of your proxies, or everybody is believed");
        }
    }
}

package org.nowrongdoor.http.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxyCheckerTest {

    private static void start(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        new TrustedProxyChecker(config).check(new StartupEvent());
    }

    @Test
    void believingEverybodyIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> start(Map.of("quarkus.http.proxy.proxy-address-forwarding", "true")));
        assertDoesNotThrow(() -> start(Map.of(
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1")));
        assertDoesNotThrow(() -> start(Map.of()));
    }
}

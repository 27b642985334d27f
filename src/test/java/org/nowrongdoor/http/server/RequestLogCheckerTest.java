package org.nowrongdoor.http.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class RequestLogCheckerTest {

    private static void start(ConfigSource... sources) {
        var config = new SmallRyeConfigBuilder().withSources(sources).build();
        new RequestLogChecker(config).check(new StartupEvent());
    }

    private static ConfigSource properties(String... nameAndValue) {
        return new PropertiesConfigSource(Map.of(nameAndValue[0], nameAndValue[1]), "test", 100);
    }

    @Test
    void theStockAccessLogIsRefusedHoweverItIsSwitchedOn() {
        for (var on : new String[] {"true", "TRUE", "1", "yes", "on"}) {
            var refusal = assertThrows(
                    IllegalStateException.class, () -> start(properties("quarkus.http.access-log.enabled", on)));
            var said = String.valueOf(refusal.getMessage());
            assertTrue(said.startsWith("quarkus.http.access-log.enabled is true"), said);
            assertTrue(said.contains("category \"access\""), said);
            assertEquals(1, said.lines().count());
        }
        assertThrows(
                IllegalStateException.class,
                () -> start(new EnvConfigSource(Map.of("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true"), 300)));
    }

    @Test
    void aLogOfSlowStatementsIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> start(properties("quarkus.hibernate-orm.log.queries-slower-than-ms", "10")));
    }

    @Test
    void whatIsOffIsNoReason() {
        assertDoesNotThrow(() -> start());
        assertDoesNotThrow(() -> start(properties("quarkus.http.access-log.enabled", "false")));
        assertDoesNotThrow(() -> start(properties("quarkus.http.record-request-start-time", "true")));
    }
}

package org.nowrongdoor.storage.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the server must not start, it says why in one line and touches nothing. */
class RefusedStartIT {

    @Test
    void theDatabaseOfAnotherMajorVersionIsRefused() throws Exception {
        try (var server = RunningServer.onNewData()) {
            var cluster = Files.createDirectories(server.data().resolve("postgres"));
            Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
            Files.createDirectories(server.data().resolve("keys"));
            Files.writeString(server.data().resolve("keys/postgres"), "secret\n");
            assertEquals(1, server.start().awaitExit());
            assertTrue(server.output().contains("was made by PostgreSQL 16"), server.output());
            assertFalse(server.output().contains("\tat "), server.output());
            try (Stream<?> files = Files.list(cluster)) {
                assertEquals(1, files.count());
            }
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedAndHarmsNothing() throws Exception {
        try (var first = RunningServer.onNewData().start().awaitReady();
                var second = RunningServer.on(first.data())) {
            var database = new DatabaseOf(first);
            long pid = database.pid();
            assertEquals(1, second.start().awaitExit());
            assertTrue(second.output().contains("in use by process " + first.pid()), second.output());
            assertEquals(pid, database.pid());
            assertTrue(first.isReady());
            var password =
                    Files.readString(first.data().resolve("keys/postgres")).strip();
            assertFalse(first.output().contains(password), "the password is never logged");
        }
    }

    @Test
    void theStockAccessLogIsRefusedHoweverItIsSwitchedOn() throws Exception {
        try (var byProperty = RunningServer.onNewData();
                var byEnvironment = RunningServer.onNewData()) {
            byProperty.property("quarkus.http.access-log.enabled", "true");
            byEnvironment.environment("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
            for (var server : new RunningServer[] {byProperty, byEnvironment}) {
                assertEquals(1, server.start().awaitExit());
                var said = server.output();
                assertTrue(
                        said.contains("No Wrong Door does not start: quarkus.http.access-log.enabled is true"), said);
                assertFalse(said.contains("\tat "), said);
                try (Stream<?> files = Files.list(server.data())) {
                    assertEquals(0, files.count(), "no database was begun");
                }
            }
        }
    }
}

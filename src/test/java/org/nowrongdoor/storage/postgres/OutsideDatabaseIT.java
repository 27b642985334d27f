package org.nowrongdoor.storage.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Anyone who brings a PostgreSQL gets no second one. */
class OutsideDatabaseIT {

    @Test
    void theEnvironmentNamesTheDatabase() throws Exception {
        var outside = PostgresForTests.shared();
        try (var server = RunningServer.onNewData()) {
            server.environment("QUARKUS_DATASOURCE_JDBC_URL", outside.jdbcUrl())
                    .environment("QUARKUS_DATASOURCE_USERNAME", "postgres")
                    .environment("QUARKUS_DATASOURCE_PASSWORD", outside.password())
                    .start()
                    .awaitReady();
            assertNoDatabaseOfItsOwn(server);
        }
    }

    @Test
    void aPropertyNamesTheDatabase() throws Exception {
        try (var server = RunningServer.onNewData()) {
            server.property("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/nobody")
                    .property("quarkus.flyway.connect-retries", "0")
                    .start()
                    .awaitExit();
            assertTrue(server.output().contains("127.0.0.1:1"), server.output());
            assertNoDatabaseOfItsOwn(server);
        }
    }

    private static void assertNoDatabaseOfItsOwn(RunningServer server) {
        assertFalse(Files.exists(server.data().resolve("postgres")));
        assertFalse(Files.exists(server.data().resolve("keys/postgres")));
    }
}

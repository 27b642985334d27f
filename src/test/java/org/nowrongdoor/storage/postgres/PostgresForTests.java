package org.nowrongdoor.storage.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of a run; each start of Quarkus gets an empty database and data directory in it. */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /** Unpacked once for all runs. */
    public static final Path BINARIES = Path.of("target/postgres-binaries");

    private static final AtomicInteger STARTS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres shared;
    private static @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            var postgres = shared();
            var name = "run_" + STARTS.incrementAndGet();
            try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                    var create = connection.createStatement()) {
                create.execute("create database " + name);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.jdbcUrl().replace("/postgres?", "/" + name + "?"),
                    "quarkus.datasource.username", "postgres",
                    "quarkus.datasource.password", postgres.password(),
                    "directory.data",
                            Files.createDirectories(Path.of(
                                            "target/test-data",
                                            name + "-" + ProcessHandle.current().pid()))
                                    .toString());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database server itself, started by the first who asks; stopped and removed at the end of the run. */
    public static synchronized EmbeddedPostgres shared() throws IOException {
        if (shared == null) {
            var created = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "run");
            var postgres = EmbeddedPostgres.in(created, BINARIES);
            postgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, created), "postgres-for-tests-stop"));
            shared = postgres;
            folder = created;
        }
        return shared;
    }

    /** The files of the database server. */
    public static synchronized Path cluster() {
        return Objects.requireNonNull(folder, "it is not started");
    }

    private static void stop(EmbeddedPostgres postgres, Path folder) {
        postgres.close();
        try {
            Directories.delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}

package org.nowrongdoor.bench;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.postgres.EmbeddedPostgres;

/** The product's own PostgreSQL, with data that stay from one run to the next. */
public final class KeptPostgres implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres postgres;

    /** Where the data of a run with so many services lie. */
    public static Path folder() {
        return Path.of("target", "bench", "data-" + Integer.getInteger("bench.services", 10_000));
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.in(Files.createDirectories(folder()), Path.of("target", "postgres-binaries"));
            postgres.start();
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                    "quarkus.datasource.username", "postgres",
                    "quarkus.datasource.password", postgres.password(),
                    "directory.data", folder().toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(postgres).close();
    }
}

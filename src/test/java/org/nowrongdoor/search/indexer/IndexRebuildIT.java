package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.RunningServer;

/** An index that is damaged, gone, or of another version is built again at the next start, without a hand. */
class IndexRebuildIT {

    private static final String DAY_ONE = "Minnesota Day One Crisis Line";

    @Test
    void aDamagedOrMissingIndexHealsItself() throws Exception {
        try (var server = RunningServer.onNewData().property("directory.seed.on-start", "true")) {
            server.start().awaitReady();
            awaitFound(server);
            server.stop();

            damage(server.data().resolve("index/lucene/service"));
            server.start().awaitReady();
            awaitFound(server);
            assertTrue(server.output().contains("cannot be read and will be built anew"), server.output());
            server.stop();

            Files.writeString(server.data().resolve("index/position"), "another version\n");
            server.start().awaitReady();
            awaitFound(server);
            assertTrue(server.output().contains("of another version"), server.output());
        }
    }

    @Test
    void readyAfterAFirstStartMeansThatTheSeedDataAreFound() throws Exception {
        try (var server = RunningServer.onNewData().property("directory.seed.on-start", "true")) {
            server.start().awaitReady();
            assertTrue(server.get("/search?q=day+one").body().contains(DAY_ONE));
        }
    }

    private static void damage(Path index) throws IOException {
        try (var files = Files.list(index)) {
            for (var file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                Files.writeString(file, "not an index");
            }
        }
    }

    private static void awaitFound(RunningServer server) {
        server.await("Day One to be found", () -> {
            try {
                return server.get("/search?q=day+one").body().contains(DAY_ONE);
            } catch (IOException e) {
                return false;
            }
        });
    }
}

package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.RunningServer;

/** An index that is damaged, gone, or of another version is built again at the next start, without a hand. */
class IndexRebuildIT {

    // The file holds a fingerprint, a database, a position and then the folder.
    private static final int FOLDER_LINE = 3;
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
    void anIndexOfOlderDataServesUntilTheNextOneIsBuilt() throws Exception {
        try (var server = RunningServer.onNewData().property("directory.seed.on-start", "true")) {
            server.start().awaitReady();
            awaitFound(server);
            server.stop();

            var position = server.data().resolve("index/position");
            var lines = Files.readAllLines(position);
            lines.set(0, "data of last year");
            Files.write(position, lines);
            server.start().awaitReady();
            assertTrue(server.get("/search?q=day+one").body().contains(DAY_ONE), "the former index serves");
            server.await("the next index to be searched", () -> server.output().contains("is searched from now on"));
            assertTrue(server.get("/search?q=day+one").body().contains(DAY_ONE));
            assertEquals("lucene-2", Files.readAllLines(position).get(FOLDER_LINE));
        }
    }

    @Test
    void aProcessThatEndsWhileItBuildsLeavesAnIndexThatServes() throws Exception {
        try (var server = RunningServer.onNewData().property("directory.seed.on-start", "true")) {
            server.start().awaitReady();
            awaitFound(server);
            server.stop();

            server.property("directory.search.rebuild-on-start", "true");
            var next = server.data().resolve("index/lucene-2");
            server.start();
            server.await("an index to be begun", () -> Files.exists(next));
            server.kill();

            server.property("directory.search.rebuild-on-start", "false");
            server.start().awaitReady();
            assertTrue(server.get("/search?q=day+one").body().contains(DAY_ONE));
            var live =
                    Files.readAllLines(server.data().resolve("index/position")).get(FOLDER_LINE);
            var other = live.equals("lucene") ? next : next.resolveSibling("lucene");
            assertFalse(Files.exists(other), "what was not finished is gone");
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

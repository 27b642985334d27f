package org.nowrongdoor.drill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.ConfigProvider;
import org.nowrongdoor.exchange.removal.SweepForTests;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.FileBytes;
import org.nowrongdoor.support.SearchForTests;

/** The servers that a walk goes to. */
interface ModelNodes {

    Duration PATIENCE = Duration.ofSeconds(60);

    /** The server that this test runs in. */
    ModelNodes ONE = new ModelNodes() {};

    default int count() {
        return 1;
    }

    /** Sends what is asked from now on to one of them. */
    default void use(int node) {}

    /** What may happen to servers between two steps. */
    default void disturb(Random random) {}

    /** Makes sure that no file of theirs holds what was hidden. */
    default void checkDisk(List<String> secrets) throws InterruptedException, SQLException {
        SweepForTests.sweep();
        var data = Path.of(ConfigProvider.getConfig().getValue("directory.data", String.class));
        awaitGone(data.resolve("index"), secrets);
        assertEquals(List.of(), FileBytes.find(PostgresForTests.cluster(), secrets));
    }

    /** Waits until no file of a folder holds one of some texts: an index is merged in the background. */
    static void awaitGone(Path folder, List<String> secrets) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var told = FileBytes.find(folder, secrets); !told.isEmpty(); told = FileBytes.find(folder, secrets)) {
            var found = told;
            assertTrue(System.nanoTime() < end, () -> "on disk: " + found);
            Thread.sleep(100);
        }
    }

    /** Waits until each of them shows all that was done. */
    default void settle() throws InterruptedException {
        SearchForTests.awaitTouched();
    }
}

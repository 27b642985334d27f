package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.DirectoryForTests;
import org.nowrongdoor.support.PoisonForTests;
import org.nowrongdoor.support.SearchForTests;

/** The index follows an import at its own pace, and says how far it is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IndexerTest {

    private static final int SERVICES = 200;
    // More than the indexer reads of the log at once.
    private static final int ROUNDS = 45;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Indexer indexer;

    @Inject
    ChangeLog log;

    @Inject
    PoisonForTests poison;

    @Inject
    MeterRegistry meters;

    @Test
    void aServiceIsWrittenOnceHoweverOftenTheLogNamesIt() throws InterruptedException {
        var ids = IntStream.range(0, SERVICES).mapToObj(i -> new UUID(2020, i)).toList();
        SearchForTests.importAll(
                ids.stream().map(id -> line(id, "Oncewritten", "inactive")).toList());
        indexer.turn.acquire();
        double before;
        try {
            before = written();
            for (var round = 0; round < ROUNDS; round++) {
                poison.touch(ids);
            }
            awaitNumbered();
        } finally {
            indexer.turn.release();
        }
        SearchForTests.awaitIndexed();
        var more = written() - before;
        // Some more where the first start of a day renews hours that are written out.
        assertTrue(more >= SERVICES && more < 2 * SERVICES, "written: " + more);
    }

    @Test
    void anImportTellsWhenASearchCanFindAllOfIt() throws InterruptedException {
        var id = new UUID(2021, 1);
        indexer.turn.acquire();
        String run;
        try {
            run = DirectoryForTests.importLines("?source=pace", line(id, "Laterfoundhouse", "active"))
                    .path("id");
            Thread.sleep(1_500);
            assertNull(searchableAt(run));
        } finally {
            indexer.turn.release();
        }
        var begin = System.nanoTime();
        while (searchableAt(run) == null && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Thread.sleep(50);
        }
        assertNotNull(searchableAt(run));
        var found = SearchForTests.search("{\"q\": \"Laterfoundhouse\"}").getList("hits.service.id");
        assertEquals(1, found.stream().filter(id.toString()::equals).count());
        DirectoryForTests.editor().header("If-Match", "*").delete("/services/" + id);
    }

    private static String searchableAt(String run) {
        return DirectoryForTests.editor().get("/imports/" + run).path("searchable_at");
    }

    /** What has no number yet is not covered by what is read before it has one. */
    private void awaitNumbered() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var mark = log.mark(); log.headAfter(mark).isEmpty(); ) {
            assertTrue(System.nanoTime() < end, "the log gives no numbers");
            Thread.sleep(10);
        }
    }

    private double written() {
        return meters.get("directory.index.written")
                .tag("lane", "bulk")
                .functionCounter()
                .count();
    }

    private static String line(UUID id, String name, String status) {
        return json(
                "{'id': '%s', 'name': '%s', 'status': '%s', 'organization': {'id': '%s', 'name': 'O', 'description':"
                        + " 'd'}, 'service_areas': [{'name': 'Minnesota', 'extent': 'MN', 'extent_type': 'text'}]}",
                id, name, status, new UUID(2022, id.getLeastSignificantBits()));
    }
}

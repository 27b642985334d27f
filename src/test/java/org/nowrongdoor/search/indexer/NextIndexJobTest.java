package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** An index is built next to the one that is searched, and takes its place. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NextIndexJobTest {

    private static final long PLENTY = 1L << 50;

    @Inject
    NextIndexJob job;

    @Inject
    NextIndexBuilder builder;

    @Inject
    Indexer indexer;

    @Inject
    IndexCheckpoint checkpoint;

    @BeforeEach
    void begin() {
        builder.retiredAfter = Duration.ofMillis(200);
        job.usableBytes = () -> PLENTY;
        SearchForTests.put("Former thing", json("'location_policy': 'public'"));
        SearchForTests.awaitIndexed();
    }

    @AfterEach
    void end() {
        job.usableBytes = () -> PLENTY;
    }

    @Test
    void searchesAndEditsGoOnAndWhatIsEditedMeanwhileIsInTheIndexThatComes() throws Exception {
        var former = checkpoint.live();
        var built = job.built();
        var position = indexer.position();
        job.ask();
        for (int i = 0; i < 5; i++) {
            SearchForTests.put("Meanwhile thing " + i, json("'location_policy': 'public'"));
            assertTrue(isFound("Former thing"));
        }
        await(() -> job.built() > built);

        assertFalse(checkpoint.live().equals(former));
        assertFalse(Files.exists(former), "the former index is gone from the disk");
        assertTrue(indexer.position() >= position);
        SearchForTests.awaitIndexed();
        assertTrue(isFound("Former thing"));
        for (int i = 0; i < 5; i++) {
            assertTrue(isFound("Meanwhile thing " + i));
        }
        SearchForTests.put("Later thing", json("'location_policy': 'public'"));
        SearchForTests.awaitIndexed();
        assertTrue(isFound("Later thing"), "the index that is searched now is followed on");
        assertTrue(Files.readString(former.resolveSibling("position"))
                .contains(checkpoint.live().getFileName().toString()));
    }

    @Test
    void whatIsEditedWhileItWaitsForItsTurnIsInIt() throws Exception {
        var built = job.built();
        indexer.turn.acquire();
        try {
            job.ask();
            await(() -> Files.exists(checkpoint.next()));
            SearchForTests.put("Late thing", json("'location_policy': 'public'"));
        } finally {
            indexer.turn.release();
        }
        await(() -> job.built() > built);
        SearchForTests.awaitIndexed();
        assertTrue(isFound("Late thing"));
    }

    @Test
    void aFullDiskLeavesTheFormerIndexServing() throws Exception {
        var former = checkpoint.live();
        var built = job.built();
        var asked = new AtomicInteger();
        // Full once the building has begun.
        job.usableBytes = () -> asked.incrementAndGet() == 1 ? PLENTY : 0;
        job.ask();
        await(() -> asked.get() >= 2 && !Files.exists(checkpoint.next()));

        assertEquals(former, checkpoint.live());
        assertEquals(built, job.built());
        assertTrue(isFound("Former thing"));
        SearchForTests.put("Thing of a full disk", json("'location_policy': 'public'"));
        SearchForTests.awaitIndexed();
        assertTrue(isFound("Thing of a full disk"));

        job.usableBytes = () -> PLENTY;
        await(() -> job.built() > built);
        assertFalse(checkpoint.live().equals(former), "it is tried again without a hand");
        assertTrue(isFound("Thing of a full disk"));
    }

    private static boolean isFound(String name) {
        return SearchForTests.search(json("{'q': '%s'}", name))
                .getList("hits.service.name")
                .contains(name);
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 1_200 && !fact.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(fact.getAsBoolean());
    }
}

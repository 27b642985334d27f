package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.RandomService;
import org.nowrongdoor.support.SearchForTests;

/** Someone turns pages while editors write: what was there throughout is seen once, whatever else comes and goes. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(PagingUnderWritesDrill.DirectoryOfItsOwn.class)
class PagingUnderWritesDrill {

    /** What other tests stored would be paged through as well, and what is written here would be theirs. */
    public static final class DirectoryOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("directory.access.anonymous-per-minute", "1000002");
        }
    }

    private static final Logger LOG = Logger.getLogger("paging");
    private static final int ROUNDS = 6;

    private final Random random = new Random(7);
    private final List<RandomService> services =
            IntStream.range(0, 400).mapToObj(i -> RandomService.draw(random, i)).toList();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @Test
    void nothingIsSkippedAndNothingRepeated() throws Exception {
        SearchForTests.importAll(services.stream().map(RandomService::json).toList());
        var expected = new HashSet<>(ids("distance"));
        assertTrue(expected.size() > 100, "only " + expected.size() + " to turn pages over");
        var writers = Executors.newFixedThreadPool(2);
        var started = System.nanoTime();
        try {
            var running = List.of(writers.submit(this::change), writers.submit(this::comeAndGo));
            for (var round = 0; round < ROUNDS; round++) {
                var seen = ids(round % 2 == 0 ? "relevance" : "distance");
                assertEquals(seen.size(), new HashSet<>(seen).size(), "repeated in round " + round);
                var missed = new HashSet<>(expected);
                seen.forEach(missed::remove);
                assertTrue(missed.isEmpty(), "skipped in round " + round + ": " + missed);
            }
            writing.set(false);
            for (var one : running) {
                one.get(30, TimeUnit.SECONDS);
            }
        } finally {
            writing.set(false);
            writers.shutdown();
        }
        assertTrue(writes.get() > ROUNDS, "hardly anything was written: " + writes);
        LOG.infof("%d writes, %.0f a second", writes.get(), writes.get() / ((System.nanoTime() - started) / 1e9));
    }

    /** Changes what stays, in ways that do not move it. */
    private Void change() throws InterruptedException {
        for (var number = 0; writing.get(); number++) {
            var alert = json(", 'alert': 'changed %s'}", number);
            var lines = services.stream()
                    .map(RandomService::json)
                    .map(json -> json.substring(0, json.length() - 1) + alert)
                    .toList();
            SearchForTests.importAll(lines);
            writes.addAndGet(lines.size());
        }
        return null;
    }

    /** Makes others and removes them again. */
    private Void comeAndGo() {
        for (var number = 0; writing.get(); number++) {
            SearchForTests.put("passing " + number, json("'service_areas': [{'extent': 'us', 'extent_type': 'text'}]"));
            SearchForTests.delete("passing " + number);
            writes.addAndGet(2);
        }
        return null;
    }

    private static List<String> ids(String sort) {
        var ids = new ArrayList<String>();
        String after = null;
        do {
            var page = SearchForTests.search("""
                    {"where": {"place": "Minneapolis, MN"}, "sort": "%s", "size": 10, "after": %s}""".formatted(sort, after == null ? "null" : "\"" + after + "\""));
            page.getList("hits.service", Map.class).stream()
                    .filter(service -> service.get("name").toString().startsWith("Invented"))
                    .forEach(service -> ids.add(service.get("id").toString()));
            after = page.getString("next");
        } while (after != null);
        return ids;
    }
}

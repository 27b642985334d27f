package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Eight callers who send the dearest questions that they can think of, one after the other, keep no one out. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HostileCrowdTest {

    private static final int CALLERS = 8;
    private static final int QUESTIONS = 20;
    private static final int ROUNDS = 10;
    private static final String ORDINARY = json("{'q': 'bed tonight', 'where': {'place': 'Minneapolis, MN'}}");
    // What a question that is let in may take at most, and as much again for a machine that does other work.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static List<String> hostile() {
        var huge = "shelter a ".repeat(30_000);
        var letters = IntStream.range(0, 250)
                .mapToObj(i -> String.valueOf((char) ('a' + i % 26)))
                .collect(Collectors.joining(" "));
        var slips = "xshelterr xfoood xlegall xhousingg xclothinng ".repeat(11).substring(0, 500);
        var places = "in sprinfield near ".repeat(30).substring(0, 500);
        var needs = IntStream.range(0, 20)
                .mapToObj(i -> '"' + "food bed legal court kid drug ".repeat(3) + i + '"')
                .collect(Collectors.joining(",", "[", "]"));
        var thousands = IntStream.range(0, 9_000).mapToObj(i -> "\"a" + i + '"').collect(Collectors.joining(","));
        return List.of(
                json("{'q': '%s'}", huge),
                json("{'q': '%s'}", letters),
                json("{'q': '%s', 'size': 100}", slips),
                json("{'q': '%s'}", places),
                json("{'needs': %s, 'q': '%s'}", needs, slips),
                json("{'needs': [%s]}", thousands),
                json("{'require': {'languages': [%s]}}", thousands),
                json("{'q': '%s'}", "\uFDFA ".repeat(250)),
                // one word of 1,500 letters once its syllables are taken apart
                json("{'q': '%s'}", "\uD7A3".repeat(500)));
    }

    private static Integer ask(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/search")
                .statusCode();
    }

    @Test
    void anOrdinarySearchIsAnsweredMeanwhile() throws Exception {
        var isOver = new AtomicBoolean();
        var hostile = hostile();
        // Until the compiler has seen both: what is told of a server that has just begun is told of its compiler.
        for (int round = 0; round < ROUNDS; round++) {
            hostile.forEach(HostileCrowdTest::ask);
            ask(ORDINARY);
        }
        try (var crowd = new Crowd()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                crowd.add(() -> {
                    var statuses = new ArrayList<Integer>();
                    for (int at = first; !isOver.get(); at++) {
                        statuses.add(ask(hostile.get(at % hostile.size())));
                    }
                    return statuses;
                });
            }
            for (int i = 0; i < QUESTIONS; i++) {
                var start = System.nanoTime();
                assertEquals(200, ask(ORDINARY));
                var took = System.nanoTime() - start;
                assertTrue(took < PATIENCE_NANOS, "took " + TimeUnit.NANOSECONDS.toMillis(took) + " ms");
            }
            isOver.set(true);
            for (var statuses : crowd.results()) {
                assertTrue(Set.of(200, 400, 413, 503).containsAll(statuses), statuses.toString());
                assertTrue(statuses.size() > 1, "each caller was heard");
            }
        }
    }

    /** Callers on threads of their own. */
    private static final class Crowd implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        private final List<Future<List<Integer>>> running = new ArrayList<>();

        void add(Callable<List<Integer>> caller) {
            running.add(threads.submit(caller));
        }

        List<List<Integer>> results() throws Exception {
            var all = new ArrayList<List<Integer>>();
            for (var one : running) {
                all.add(one.get(60, TimeUnit.SECONDS));
            }
            return all;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}

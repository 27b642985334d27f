package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Many write at once, some for long, some in vain, and three number at once: a reader misses none and sees none twice. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ChangeOrderTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 60;

    @Inject
    ChangeLog log;

    @Inject
    DataSource database;

    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void aReaderMissesNoCommittedChangeAndSeesNoneTwice() throws Exception {
        long from = log.head();
        var threads = Executors.newCachedThreadPool();
        try {
            var writers = start(threads, WRITERS, number -> () -> write(new Random(number)));
            var numberers = start(threads, 2, number -> this::numberLikeAnotherProcess);
            var readers = start(threads, 3, number -> () -> read(from, 1 + 50 * number));
            for (var writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            done.set(true);
            for (var numberer : numberers) {
                numberer.get(10, TimeUnit.SECONDS);
            }
            for (var reader : readers) {
                assertSeesEachOnce(reader.get(30, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertSeesEachOnce(List<Change> read) {
        var seqs = read.stream().map(Change::seq).toList();
        assertEquals(seqs.stream().sorted().distinct().toList(), seqs);
        assertEquals(committed.size(), read.size());
        assertEquals(committed, new HashSet<>(read.stream().map(Change::id).toList()));
    }

    private Void write(Random random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            boolean isInVain = random.nextInt(4) == 0;
            try {
                committed.addAll(QuarkusTransaction.requiringNew().call(() -> {
                    var ids = append(random);
                    if (isInVain) {
                        throw new InVain();
                    }
                    return ids;
                }));
            } catch (InVain rolledBack) {
                // Then none of them counts.
            }
        }
        return null;
    }

    private List<UUID> append(Random random) throws InterruptedException {
        var ids = new ArrayList<UUID>();
        boolean isLong = random.nextInt(20) == 0;
        for (int calls = 1 + random.nextInt(3); calls > 0; calls--) {
            var some = Stream.generate(UUID::randomUUID)
                    .limit(1 + random.nextInt(30))
                    .toList();
            log.append(some.stream()
                    .map(id -> new NewChange(ChangedEntity.SERVICE, id, ChangeKind.UPSERT))
                    .toList());
            ids.addAll(some);
            TimeUnit.MILLISECONDS.sleep(isLong ? 400 : random.nextInt(5));
        }
        return ids;
    }

    private Void numberLikeAnotherProcess() throws SQLException {
        var numbers = new ChangeNumbering(database);
        while (!done.get()) {
            numbers.give();
        }
        return null;
    }

    private List<Change> read(long from, int page) {
        var all = new ArrayList<Change>();
        long cursor = from;
        boolean last = false;
        while (!last) {
            // Once all writers are done, one more round that finds nothing is the end.
            boolean wasDone = done.get();
            boolean more = log.awaitAfter(cursor, Duration.ofMillis(500));
            var some = log.after(cursor, page);
            all.addAll(some);
            cursor = some.isEmpty() ? cursor : some.get(some.size() - 1).seq();
            last = wasDone && !more && some.isEmpty();
        }
        return all;
    }

    private static <T> List<Future<T>> start(ExecutorService threads, int count, IntFunction<Callable<T>> task) {
        var started = new ArrayList<Future<T>>();
        for (int number = 0; number < count; number++) {
            started.add(threads.submit(task.apply(number)));
        }
        return started;
    }

    private static final class InVain extends RuntimeException {}
}

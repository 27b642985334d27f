package org.nowrongdoor.exchange.unchanged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.exchange.row.Row;

class SentRowQueueTest {

    private static final int ROWS = 1_000;

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void rowsComeInTheirOrder() throws IOException {
        for (var isAsked : new boolean[] {false, true}) {
            read.set(0);
            try (var queue = new SentRowQueue(this::next, SentRow::bytes, 10_000, () -> isAsked)) {
                assertEquals(LongStream.rangeClosed(1, ROWS).boxed().toList(), numbers(queue));
                assertNull(queue.next());
            }
        }
    }

    @Test
    void noMoreIsReadAheadThanTheBytesAllow() throws IOException, InterruptedException {
        try (var queue = new SentRowQueue(this::next, row -> 100, 1_000, () -> false)) {
            await(10);
            Thread.sleep(150);
            assertEquals(10, read.get());
            queue.next();
            await(20);
            Thread.sleep(150);
            assertEquals(20, read.get(), "ten that were taken, and ten ahead");
        }
    }

    @Test
    void whileSearchesComeInNothingIsReadThatIsNotWaitedFor() throws IOException, InterruptedException {
        try (var queue = new SentRowQueue(this::next, row -> 100, 1_000_000, () -> true)) {
            Thread.sleep(150);
            assertEquals(0, read.get());
            queue.next();
            Thread.sleep(150);
            // Some are read at a time.
            assertTrue(read.get() <= 65, "read " + read);
        }
    }

    @Test
    void aFaultOfTheSourceComesAfterTheRowsBeforeIt() throws IOException {
        var fault = new IOException("the disk is gone");
        try (var queue = new SentRowQueue(() -> nextOr(fault), SentRow::bytes, 10_000, () -> false)) {
            for (int i = 0; i < 3; i++) {
                queue.next();
            }
            assertSame(fault, assertThrows(IOException.class, queue::next));
        }
    }

    @Test
    void anErrorOfTheWeigherIsThrownWhereRowsAreTaken() throws IOException {
        var error = new StackOverflowError();
        try (var queue = new SentRowQueue(this::next, row -> fail(error), 10_000, () -> false)) {
            assertSame(error, assertThrows(StackOverflowError.class, queue::next));
        }
    }

    private static long fail(StackOverflowError error) {
        throw error;
    }

    private void await(int count) throws InterruptedException {
        for (int i = 0; i < 500 && read.get() < count; i++) {
            Thread.sleep(10);
        }
        assertEquals(count, read.get());
    }

    private static List<Long> numbers(SentRowQueue queue) throws IOException {
        var numbers = new ArrayList<Long>();
        for (var row = queue.next(); row != null; row = queue.next()) {
            numbers.add(row.row().number());
        }
        return numbers;
    }

    private SentRow nextOr(IOException fault) throws IOException {
        if (read.get() == 3) {
            throw fault;
        }
        return next();
    }

    private SentRow next() {
        int number = read.get() == ROWS ? 0 : read.incrementAndGet();
        return number == 0 ? null : new SentRow(number, null, 100, () -> Row.broken(number, "a test"));
    }
}

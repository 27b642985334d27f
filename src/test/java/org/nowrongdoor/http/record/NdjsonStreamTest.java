package org.nowrongdoor.http.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NdjsonStreamTest {

    // 2 GB in all: more than the heap of the tests, so that a stream that kept what it wrote could not end.
    private static final int LETTERS = 100_000;
    private static final long RECORDS = 20_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final String text = "x".repeat(LETTERS);

    @Test
    void aStreamLargerThanTheHeapIsWritten() throws IOException {
        var bytes = new AtomicLong();
        new NdjsonStream(mapper, RecordList.of(() -> RECORDS, this::slice)).write(new OutputStream() {
            @Override
            public void write(int letter) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int from, int count) {
                bytes.addAndGet(count);
            }
        });
        long line = slice(Slice.after(null, 1)).get(0).body().toString().length() + 1L;
        assertEquals(RECORDS * line, bytes.get());
    }

    private List<RenderedRecord> slice(Slice slice) {
        long first = slice.after() == null ? 0 : slice.after().getLeastSignificantBits() + 1;
        return LongStream.range(first, Math.min(RECORDS, first + slice.limit()))
                .mapToObj(number -> new RenderedRecord(
                        mapper.createObjectNode()
                                .put("id", new UUID(0, number).toString())
                                .put("text", text.concat("")),
                        Instant.EPOCH))
                .toList();
    }
}

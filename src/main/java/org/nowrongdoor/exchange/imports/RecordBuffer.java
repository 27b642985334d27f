package org.nowrongdoor.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.nowrongdoor.exchange.row.RecordSize;

/** The bytes of one record, kept no further than a record may be long. */
final class RecordBuffer {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long count;

    void clear() {
        kept.reset();
        count = 0;
    }

    void add(int next) {
        if (++count <= RecordSize.MOST_BYTES) {
            kept.write(next);
        }
    }

    /** Adds a run of bytes. */
    void add(byte[] bytes, int from, int length) {
        int room = (int) Math.max(0, Math.min(length, RecordSize.MOST_BYTES - count));
        kept.write(bytes, from, room);
        count += length;
    }

    boolean isTooLong() {
        return count > RecordSize.MOST_BYTES;
    }

    /** What is wrong with a record that is too long. */
    String fault() {
        return "has " + count + " bytes, at most " + RecordSize.MOST_BYTES + " may be in one record: split it";
    }

    boolean isBlank() {
        return count < 100 && kept.toString(StandardCharsets.UTF_8).isBlank();
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}

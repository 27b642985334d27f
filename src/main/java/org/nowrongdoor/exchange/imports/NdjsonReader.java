package org.nowrongdoor.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.unchanged.RowHasher;
import org.nowrongdoor.exchange.unchanged.SentRow;

/** One record a line. A line that is no JSON spoils no other. */
final class NdjsonReader implements RowReader {

    private final ByteReader lines;
    private final RecordParser parser;
    private final RecordBuffer line = new RecordBuffer();
    private long number;
    private boolean ended;

    NdjsonReader(InputStream lines, RecordReader records) {
        this.lines = new ByteReader(lines);
        this.parser = new RecordParser(records);
    }

    @Override
    public @Nullable Row next() throws IOException {
        var sent = next(bytes -> null);
        return sent == null ? null : sent.row();
    }

    @Override
    public @Nullable SentRow nextSent(RowHasher hasher) throws IOException {
        return next(hasher::hash);
    }

    private @Nullable SentRow next(Function<byte[], @Nullable UUID> hasher) throws IOException {
        if (number == 0) {
            var fault = lines.begin();
            if (fault.isPresent()) {
                ended = true;
                number++;
                var row = Row.broken(number, fault.get());
                return new SentRow(number, null, 0, () -> row);
            }
        }
        while (!ended && lines.peek() >= 0) {
            number++;
            line.clear();
            lines.readLine(line);
            if (!line.isBlank()) {
                return sent(hasher);
            }
        }
        return null;
    }

    private SentRow sent(Function<byte[], @Nullable UUID> hasher) {
        long its = number;
        if (line.isTooLong()) {
            var row = parser.parse(its, line).row();
            return new SentRow(its, null, 0, () -> row);
        }
        var bytes = line.bytes();
        return new SentRow(
                its,
                hasher.apply(bytes),
                bytes.length,
                () -> parser.parse(its, bytes).row());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

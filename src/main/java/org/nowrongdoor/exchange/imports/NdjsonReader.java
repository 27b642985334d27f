package org.nowrongdoor.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.Row;

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
        if (number == 0) {
            var fault = lines.begin();
            if (fault.isPresent()) {
                ended = true;
                number++;
                return Row.broken(number, fault.get());
            }
        }
        while (!ended && lines.peek() >= 0) {
            number++;
            line.clear();
            lines.readLine(line);
            if (!line.isBlank()) {
                return parser.parse(number, line).row();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

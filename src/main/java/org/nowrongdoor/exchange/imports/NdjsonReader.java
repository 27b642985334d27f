package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Row;

/** One record a line. A line that is no JSON spoils no other. */
final class NdjsonReader implements RowReader {

    // 1 MiB: what one record may have by PUT too.
    static final int MOST_BYTES = 1 << 20;

    private final InputStream lines;
    private final ObjectMapper mapper;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long number;
    private boolean tooLong;

    NdjsonReader(InputStream lines, ObjectMapper mapper) {
        this.lines = lines;
        this.mapper = mapper;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (readLine()) {
            number++;
            if (tooLong) {
                return Row.broken(number, "is a line of more than " + MOST_BYTES + " bytes: split the record");
            }
            var bytes = line.toByteArray();
            if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                continue;
            }
            try {
                return RowEntity.read(number, mapper.readTree(bytes));
            } catch (JsonProcessingException e) {
                var at = e.getLocation();
                return Row.broken(number, "is no JSON: look at column " + (at == null ? 1 : at.getColumnNr()));
            } catch (IOException e) {
                return Row.broken(number, "is no JSON: it must be UTF-8");
            }
        }
        return null;
    }

    /** Reads up to the next line end.
     *  @return false when nothing is left */
    private boolean readLine() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + end - from > MOST_BYTES) {
                tooLong = true;
            } else {
                line.write(buffer, from, end - from);
            }
            from = end + 1;
            if (end < to) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        to = lines.read(buffer);
        from = 0;
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

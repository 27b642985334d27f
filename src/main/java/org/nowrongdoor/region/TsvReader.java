package org.nowrongdoor.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A packaged file of tab-separated values without quotes, read by column name. Text is taken in as a whole and fields
 *  are cut out as they are asked for: this is on the way of every start. */
final class TsvReader {

    private static final String FOLDER = "/seed-data/geo/";

    private final String text;
    private final Map<String, Integer> places = new HashMap<>();
    private final int begin;

    /** @param columns empty when the first line names them */
    private TsvReader(String file, List<String> columns) {
        text = text(FOLDER + file);
        if (columns.isEmpty()) {
            var header = new Row();
            begin = header.moveTo(0);
            header.all().forEach(this::name);
        } else {
            begin = 0;
            columns.forEach(this::name);
        }
    }

    private void name(String column) {
        places.put(column, places.size());
    }

    /** A file of {@code seed-data/geo} whose first line names its columns. */
    static TsvReader withHeader(String file) {
        return new TsvReader(file, List.of());
    }

    /** A file of {@code seed-data/geo} without a header.
     *  @param columns each of another name */
    static TsvReader withColumns(String file, List<String> columns) {
        return new TsvReader(file, columns);
    }

    /** Reads every line. */
    void forEach(Consumer<Row> use) {
        between(begin, end(), use);
    }

    /** Reads the lines from one offset up to another; each is the beginning of a line or the end. */
    void between(int from, int to, Consumer<Row> use) {
        var row = new Row();
        for (int at = from; at < to; ) {
            at = row.moveTo(at);
            if (!row.isBlank()) {
                use.accept(row);
            }
        }
    }

    /** The offset after the last line. */
    int end() {
        return text.length();
    }

    /** The line that begins at an offset. */
    Row at(int offset) {
        var row = new Row();
        row.moveTo(offset);
        return row;
    }

    private static String text(String resource) {
        try (var stream = Objects.requireNonNull(TsvReader.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }

    /** One line after the other, by column name: the same row throughout, so do not keep it. */
    final class Row {

        private static final int MOST_COLUMNS = 32;

        private final int[] starts = new int[MOST_COLUMNS + 1];
        private int fields;

        /** Reads the line that begins at an offset.
         *  @return where the next one does */
        private int moveTo(int from) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            fields = 0;
            for (int start = from; start <= end; fields++) {
                starts[fields] = start;
                int tab = text.indexOf('\t', start);
                start = (tab < 0 || tab > end ? end : tab) + 1;
            }
            starts[fields] = end + 1;
            return end + 1;
        }

        /** Where the line begins. */
        int offset() {
            return starts[0];
        }

        private boolean isBlank() {
            return fields == 1 && field(0).isBlank();
        }

        private List<String> all() {
            return IntStream.range(0, fields).mapToObj(this::field).toList();
        }

        private String field(int at) {
            return text.substring(starts[at], starts[at + 1] - 1);
        }

        /** The field as it stands; empty where the line ends before it. */
        String get(String column) {
            var at = places.get(column);
            if (at == null) {
                throw new IllegalStateException("no column " + column + " in " + places.keySet());
            }
            return at < fields ? field(at) : "";
        }

        /** The parts of a field between semicolons; none for an empty field. */
        List<String> list(String column) {
            var field = get(column);
            return field.isEmpty() ? List.of() : List.of(field.split(";"));
        }

        double number(String column) {
            return Double.parseDouble(get(column));
        }
    }
}

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

/** A packaged file of tab-separated values without quotes, read by column name. */
final class TsvFile {

    private final String resource;
    private final List<String> columns;

    private TsvFile(String resource, List<String> columns) {
        this.resource = resource;
        this.columns = columns;
    }

    /** A file of {@code seed-data/geo} whose first line names its columns. */
    static TsvFile withHeader(String file) {
        return new TsvFile("/seed-data/geo/" + file, List.of());
    }

    /** A file of {@code seed-data/geo} without a header. */
    static TsvFile withColumns(String file, List<String> columns) {
        return new TsvFile("/seed-data/geo/" + file, columns);
    }

    /** Reads every line. Text is taken in as a whole and fields are cut out as they are asked for: this is on the way
     *  of every start. */
    void forEach(Consumer<Row> use) {
        var text = text();
        int from = 0;
        var row = new Row(text);
        if (columns.isEmpty()) {
            from = row.moveTo(0);
            row.names(row.all());
        } else {
            row.names(columns);
        }
        while (from < text.length()) {
            from = row.moveTo(from);
            if (!row.isBlank()) {
                use.accept(row);
            }
        }
    }

    private String text() {
        try (var stream = Objects.requireNonNull(TsvFile.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }

    /** One line after the other, by column name: the same row throughout, so nobody keeps it. */
    static final class Row {

        private static final int MOST_COLUMNS = 32;

        private final String text;
        private final Map<String, Integer> places = new HashMap<>();
        private final int[] starts = new int[MOST_COLUMNS + 1];
        private int fields;

        private Row(String text) {
            this.text = text;
        }

        private void names(List<String> columns) {
            for (int i = 0; i < columns.size(); i++) {
                places.put(columns.get(i), i);
            }
        }

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

package org.nowrongdoor.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

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

    void forEach(Consumer<Row> use) {
        var stream = Objects.requireNonNull(TsvFile.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16)) {
            var names = columns.isEmpty() ? split(lines.readLine()) : columns;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    use.accept(new Row(names, split(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }

    private static List<String> split(String line) {
        var fields = new ArrayList<String>(12);
        int start = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
            fields.add(line.substring(start, tab));
            start = tab + 1;
        }
        fields.add(line.substring(start));
        return fields;
    }

    /** One line, by column name. */
    record Row(List<String> columns, List<String> fields) {

        /** The field as it stands; empty where the line ends before it. */
        String get(String column) {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw new IllegalStateException("no column " + column + " in " + columns);
            }
            return at < fields.size() ? fields.get(at) : "";
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

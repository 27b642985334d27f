package org.nowrongdoor.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The codes of needs, as the packaged vocabulary has them. */
final class BenchTerms {

    private BenchTerms() {}

    static List<String> codes() {
        var stream = Objects.requireNonNull(BenchTerms.class.getResourceAsStream("/seed-data/taxonomy/terms.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(row -> row.getField("term_id"))
                    .filter(code -> code.contains("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

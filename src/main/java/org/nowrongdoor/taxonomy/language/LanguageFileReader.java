package org.nowrongdoor.taxonomy.language;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the packaged files on languages: fields between tabs, comments behind a number sign. */
final class LanguageFileReader {

    private LanguageFileReader() {}

    static List<CsvRecord> read(String resource) {
        var file = Objects.requireNonNull(LanguageFileReader.class.getResourceAsStream(resource), resource);
        try (var lines = CsvReader.builder()
                .fieldSeparator('\t')
                .commentStrategy(CommentStrategy.SKIP)
                .ofCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }
}

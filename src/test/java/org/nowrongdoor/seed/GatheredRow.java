package org.nowrongdoor.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One organisation of the gathered spreadsheet, each cell as it was printed.
 *  @param cells by the name of the column */
record GatheredRow(String name, String state, Map<String, String> cells) {

    static List<GatheredRow> read(Path file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(GatheredRow::of).toList();
        }
    }

    private static GatheredRow of(NamedCsvRecord row) {
        return new GatheredRow(row.getField("name"), row.getField("state"), row.getFieldsAsMap());
    }

    /** The page that carries the facts. */
    String sourceUrl() {
        return cells.getOrDefault("source_url", "");
    }

    /** Every page, that of the facts first. */
    Set<String> sourceUrls() {
        var urls = new LinkedHashSet<String>();
        urls.add(sourceUrl());
        Arrays.stream(cells.getOrDefault("source", "").split(" ; ", -1))
                .map(page -> page.strip().split(" ", 2)[0])
                .filter(url -> url.startsWith("http"))
                .forEach(urls::add);
        return urls;
    }

    /** Whether some words stand in one of its cells; {@code …} stands between words of several places. */
    boolean says(String words) {
        var text = plain(String.join(" | ", cells.values()));
        return !words.isBlank()
                && Arrays.stream(words.split(" … ", -1)).map(GatheredRow::plain).allMatch(text::contains);
    }

    /** Whether it gives a telephone number, however that is written. */
    boolean gives(String number) {
        return cells.values().stream().anyMatch(cell -> digits(cell).contains(digits(number)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}

package org.nowrongdoor.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.Row;

class JsonReaderTest {

    private static final String RECORD =
            "{\"name\": \"a \\\\\\\" ] } [ { , é\", \"x\": [[], {}, \"\\\\\"], \"n\": -1.5e3}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|",
                "[ {} , {} ]|1 2",
                "{}|1",
                "{\"contents\": [{}, {}]}|1 2",
                "{\"total_items\": 2, \"page\": {\"contents\": [1]}, \"contents\" : [{}]}|1",
                "{\"total_items\": 2}|",
                "[{}, 5, \"x\", [], {}]|1 2! 3! 4! 5",
                "[{} {}]|1 2!",
                "[{},]|1 2!",
                "[{}|1 2!",
                "[{\"a\": }, {}]|1!",
                "[{}, {\"a\": \"}]|1 2!",
                "nothing|1!",
                "{\"a\": 1|1!",
                "{\"contents\": [{}, {}|1 2 3!",
                "{|1!",
                "{} {}|1 2!",
                "{}\t{}|1 2!",
                "{}}}}|1 2!",
                "[{}] garbage|1 2!",
                "[{}][{}]|1 2!",
                "[{}],|1 2!",
                "[{}]  |1",
                "{} |1",
                "{\"contents\": [{}], \"page\": 1, \"x\": [2]}|1",
                "{\"contents\": [{}], \"page\": 1} {}|1 2!",
                "{\"contents\": [{}]|1 2!",
                "{\"contents\": [{}], \"page\"|1 2!",
                "{\"total_items\": 0} x|1!",
                "[] 1|1!",
                "{\"contents\": {}}|1!",
                "{\"contents\": null}|1!",
                "{\"contents\": \"[{}]\"}|1!",
                "{\"total_items\": 1, \"contents\": {\"a\": [{}]}}|1!",
                "{\"contents\": [{}], \"contents\": [{}, {}]}|1 2!",
                "{\"contents\": [{}], \"page\": 1, \"contents\": []}|1 2!",
                "{} // more|1 2!",
                "[{}]; [{}]|1 2!",
                "{\"contents\": [{}]}{\"contents\": [{}]}|1 2!"
            })
    void whatCanBeReadIsRead(String json, String rows) throws IOException {
        var found = new ArrayList<String>();
        for (var row : read(json)) {
            found.add(row.number() + (row.record() == null ? "!" : ""));
        }
        assertEquals(rows == null ? "" : rows, String.join(" ", found));
    }

    @Test
    void textsHoldWhatStructureIsMadeOf() throws IOException {
        var rows = read("[" + RECORD + "," + RECORD + "]");
        assertEquals(2, rows.size());
        for (var row : rows) {
            assertEquals(new ObjectMapper().readTree(RECORD), row.record());
        }
    }

    @Test
    void aFileThatEndsAnywhereIsReadToThere() throws IOException {
        var json = "{\"total_items\": 2, \"contents\": [" + RECORD + ", " + RECORD + "]}";
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < bytes.length; end++) {
            var rows = read(new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
            assertTrue(rows.size() <= 3, json.substring(0, Math.min(end, json.length())));
        }
    }

    @Test
    void aRecordOfAnySizeIsReadPast() throws IOException {
        var rows = read("[{\"a\": \"" + "x".repeat(40 << 20) + "\"}, {}]");
        assertEquals(2, rows.size());
        var broken = String.valueOf(rows.get(0).broken());
        assertTrue(broken.startsWith("has 4194"), broken);
    }

    private static List<Row> read(String json) throws IOException {
        var rows = new ArrayList<Row>();
        var file = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        try (var reader = new JsonReader(file, new RecordReader(new ObjectMapper()))) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}

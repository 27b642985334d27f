package org.nowrongdoor.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** A slash in two bytes and in three, an ESC in two, a turn of the line in four, and a half of a pair. */
    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "E080AF", "C09B", "F08280AE", "EDA080", "E9"})
    void aRecordThatIsNoUtf8IsBrokenAlone(String hex) throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes("[{\"a\": \"".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(HexFormat.of().parseHex(hex));
        file.writeBytes("\"}, {\"a\": \"b\"}]".getBytes(StandardCharsets.UTF_8));
        var rows = read(file.toByteArray());
        assertEquals("is no text in UTF-8: save the file as UTF-8", rows.get(0).broken());
        assertNotNull(rows.get(1).record());
    }

    private static List<Row> read(String json) throws IOException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> read(byte[] json) throws IOException {
        var rows = new ArrayList<Row>();
        var file = new ByteArrayInputStream(json);
        try (var reader = new JsonReader(file, new RecordReader(new ObjectMapper()))) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}

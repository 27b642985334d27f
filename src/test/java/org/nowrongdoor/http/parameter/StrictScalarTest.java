package org.nowrongdoor.http.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.problem.JsonProblems;
import org.nowrongdoor.storage.ChangeKind;

class StrictScalarTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Part(@Nullable Integer whole) {}

    record Body(
            @Nullable Integer whole,
            int plain,
            @Nullable Long large,
            @Nullable Double real,
            @Nullable BigDecimal exact,
            @Nullable Boolean flag,
            boolean bare,
            @Nullable String text,
            List<String> texts,
            List<Integer> wholes,
            Map<String, String> named,
            @Nullable UUID id,
            @Nullable URI link,
            @Nullable LocalDate day,
            @Nullable Instant time,
            @Nullable OffsetDateTime moment,
            @Nullable ChangeKind kind,
            @Nullable Part part) {}

    @BeforeAll
    static void setUp() {
        MAPPER.registerModules(new Jdk8Module(), new JavaTimeModule());
        new WireJsonMapper().customize(MAPPER);
    }

    private static Body read(String field, String value) throws JsonProcessingException {
        return MAPPER.readValue("{\"" + field + "\": " + value + "}", Body.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "whole   | 5.9        | a whole number, was 5.9",
                "whole   | 5.0        | a whole number, was 5.0",
                "whole   | 1e2        | a whole number, was 1E+2",
                "whole   | \"00115\"  | a whole number, was \"00115\": write it without quotation marks",
                "whole   | \" 23\"    | a whole number, was \" 23\": write it without quotation marks",
                "whole   | \"\"       | a whole number, was \"\"",
                "whole   | true       | a whole number, was true",
                "whole   | {}         | a whole number",
                "whole   | [5]        | a whole number",
                "plain   | 5.9        | a whole number, was 5.9",
                "plain   | \"5\"      | a whole number, was \"5\": write it without quotation marks",
                "plain   | true       | a whole number, was true",
                "large   | 5.9        | a whole number, was 5.9",
                "large   | \"5\"      | a whole number, was \"5\": write it without quotation marks",
                "real    | \"5.9\"    | a number, was \"5.9\": write it without quotation marks",
                "real    | true       | a number",
                "real    | \"\"       | a number, was \"\"",
                "exact   | \"5.9\"    | a number, was \"5.9\": write it without quotation marks",
                "exact   | false      | a number",
                "flag    | 1          | true or false, was 1",
                "flag    | 0          | true or false, was 0",
                "flag    | 1.0        | true or false",
                "flag    | \"true\"   | true or false, was \"true\": write it without quotation marks",
                "flag    | \"\"       | true or false, was \"\"",
                "bare    | 1          | true or false, was 1",
                "bare    | \"false\"  | true or false, was \"false\": write it without quotation marks",
                "text    | true       | a text, was true: write it in quotation marks",
                "text    | 7          | a text, was 7: write it in quotation marks",
                "text    | 7.5        | a text, was 7.5: write it in quotation marks",
                "text    | {}         | a text",
                "texts   | [7]        | a text, was 7: write it in quotation marks",
                "texts   | \"a\"      | a list",
                "texts   | \"\"       | a list",
                "wholes  | [\"7\"]    | a whole number, was \"7\": write it without quotation marks",
                "named   | {\"a\": 7} | a text, was 7: write it in quotation marks",
                "id      | 7          | a UUID",
                "id      | \"\"       | a UUID",
                "id      | \"AAAAAAAAAAAAAAAAAAAAAA==\" | a UUID",
                "link    | 7          | a URL",
                "day     | 7          | a day such as",
                "day     | \"\"       | a day such as",
                "day     | [2026,8,1] | a day such as",
                "time    | 1700000000 | a time with offset such as",
                "time    | 1.5        | a time with offset such as",
                "time    | \"1700000000\" | a time with offset such as",
                "time    | \"\"       | a time with offset such as",
                "moment  | 1700000000 | a time with offset such as",
                "moment  | \"\"       | a time with offset such as",
                "kind    | 0          | one of upsert, delete, redact",
                "kind    | \"0\"      | one of upsert, delete, redact",
                "kind    | \"\"       | one of upsert, delete, redact",
                "part    | \"\"       | an object",
                "part    | 7          | an object",
            })
    void aScalarIsNotMadeIntoAnother(String field, String value, String wanted) {
        var refused = assertThrows(JsonProcessingException.class, () -> read(field, value), field + ": " + value);
        var problem = JsonProblems.of(refused);
        assertEquals(1, problem.errors().size(), problem.toString());
        var pointer = problem.errors().get(0).pointer();
        assertTrue(pointer.equals("/" + field) || pointer.startsWith("/" + field + "/"), pointer);
        assertTrue(problem.detail().startsWith(pointer + " must be " + wanted), problem.detail());
    }

    @Test
    void whatFitsIsTaken() throws JsonProcessingException {
        assertEquals(5, read("whole", "5").whole());
        assertEquals(5.0, read("real", "5").real());
        assertEquals(new BigDecimal("5.90"), read("exact", "5.90").exact());
        assertEquals(true, read("flag", "true").flag());
        assertEquals("", read("text", "\"\"").text());
        assertEquals("00115", read("text", "\"00115\"").text());
        assertEquals(ChangeKind.DELETE, read("kind", "\"delete\"").kind());
        assertEquals(LocalDate.of(2026, 8, 1), read("day", "\"2026-08-01\"").day());
        assertEquals(Instant.EPOCH, read("time", "\"1970-01-01T00:00:00Z\"").time());
        assertEquals(
                new UUID(0, 1),
                read("id", "\"00000000-0000-0000-0000-000000000001\"").id());
    }
}

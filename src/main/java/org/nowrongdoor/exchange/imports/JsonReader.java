package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Row;

/** A list of records, one record, or a page of records with its envelope. Past a syntax error nothing can be read. */
final class JsonReader implements RowReader {

    private final JsonParser parser;
    private final ObjectReader records;
    private long number;
    private boolean ended;
    private boolean begun;

    JsonReader(InputStream json, ObjectMapper mapper) throws IOException {
        this.parser = mapper.getFactory().createParser(json);
        // Each record is read for itself: what follows it is the next one.
        this.records = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            return begun ? item() : first();
        } catch (JsonProcessingException e) {
            ended = true;
            var at = e.getLocation();
            return Row.broken(
                    number + 1,
                    "is no JSON, and nothing after it can be read: look at line " + (at == null ? 1 : at.getLineNr())
                            + ", column " + (at == null ? 1 : at.getColumnNr()));
        }
    }

    private @Nullable Row first() throws IOException {
        begun = true;
        var token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return item();
        }
        if (token == null) {
            return end();
        }
        if (token != JsonToken.START_OBJECT) {
            ended = true;
            return Row.broken(1, "must be a list of records, or one record");
        }
        if (parser.nextToken() == JsonToken.FIELD_NAME && isPage(parser.currentName())) {
            return seekContents() ? item() : end();
        }
        ended = true;
        JsonNode record = records.readTree(parser);
        return RowEntity.read(++number, record);
    }

    /** The members by which a page of the read API begins; no record has any of them. */
    private static boolean isPage(@Nullable String member) {
        return "total_items".equals(member) || "contents".equals(member);
    }

    private boolean seekContents() throws IOException {
        for (var token = parser.currentToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && "contents".equals(name)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private @Nullable Row item() throws IOException {
        var token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
            return end();
        }
        JsonNode record = records.readTree(parser);
        return RowEntity.read(++number, record);
    }

    private @Nullable Row end() {
        ended = true;
        return null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the JSON of one record, and stops where it has more values than a record may have. */
@Singleton
public class RecordReader {

    // A member has a name, a value, and where it is a list or an object an end.
    private static final int TOKENS_OF_A_VALUE = 3;

    private final ObjectMapper mapper;
    private final JsonFactory factory;

    public RecordReader(ObjectMapper mapper) {
        this.mapper = mapper;
        var bounds = mapper.getFactory()
                .streamReadConstraints()
                .rebuild()
                .maxTokenCount((long) TOKENS_OF_A_VALUE * RecordSize.MOST_VALUES)
                .build();
        this.factory =
                mapper.getFactory().rebuild().streamReadConstraints(bounds).build();
    }

    /** The one value of a JSON text.
     *  @throws StreamConstraintsException when it is too deep or has too many values or digits
     *  @throws CharacterCodingException when it is not UTF-8: the parser alone takes letters that are written too long */
    public JsonNode read(byte[] json) throws IOException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        try (var parser = factory.createParser(text.array(), text.arrayOffset(), text.limit())) {
            JsonNode record = mapper.reader().readTree(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Trailing token: one value is wanted");
            }
            return record == null ? MissingNode.getInstance() : record;
        }
    }
}

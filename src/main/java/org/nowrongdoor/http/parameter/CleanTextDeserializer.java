package org.nowrongdoor.http.parameter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.TextCleaner;

/** Texts of JSON without characters that are seen nowhere and mean nothing. */
final class CleanTextDeserializer extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = super.deserialize(parser, context);
        return text == null ? null : TextCleaner.clean(text);
    }
}

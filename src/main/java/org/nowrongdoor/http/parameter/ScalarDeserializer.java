package org.nowrongdoor.http.parameter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.UUIDDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that JSON writes in one way. What else the library would make of them (a number of a text, a time of seconds since
 *  1970, a UUID of base 64) is refused with what was there: no description names it. */
final class ScalarDeserializer<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private static final Set<JsonToken> WHOLE = Set.of(JsonToken.VALUE_NUMBER_INT);
    private static final Set<JsonToken> NUMBER = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
    private static final Set<JsonToken> FLAG = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
    private static final Set<JsonToken> TEXT = Set.of(JsonToken.VALUE_STRING);

    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private final transient JsonDeserializer<T> reader;
    private final transient Set<JsonToken> tokens;
    private final transient Pattern form;

    private ScalarDeserializer(Class<T> type, JsonDeserializer<T> reader, Set<JsonToken> tokens, Pattern form) {
        super(type);
        this.reader = reader;
        this.tokens = tokens;
        this.form = form;
    }

    /** The types that are written in one way. */
    static SimpleModule all() {
        var all = new SimpleModule();
        for (var type : new Class<?>[] {int.class, Integer.class, long.class, Long.class}) {
            add(all, type, NumberDeserializers.find(type, type.getName()), WHOLE, ANY);
        }
        for (var type : new Class<?>[] {double.class, Double.class, BigDecimal.class}) {
            add(all, type, NumberDeserializers.find(type, type.getName()), NUMBER, ANY);
        }
        for (var type : new Class<?>[] {boolean.class, Boolean.class}) {
            add(all, type, NumberDeserializers.find(type, type.getName()), FLAG, ANY);
        }
        add(all, URI.class, FromStringDeserializer.findDeserializer(URI.class), TEXT, ANY);
        add(all, UUID.class, new UUIDDeserializer(), TEXT, UUID_FORM);
        add(all, LocalDate.class, LocalDateDeserializer.INSTANCE, TEXT, DAY);
        add(all, Instant.class, InstantDeserializer.INSTANT, TEXT, DAY);
        add(all, OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME, TEXT, DAY);
        add(all, ZonedDateTime.class, InstantDeserializer.ZONED_DATE_TIME, TEXT, DAY);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <T> void add(
            SimpleModule all, Class<T> type, JsonDeserializer<?> reader, Set<JsonToken> tokens, Pattern form) {
        all.addDeserializer(type, new ScalarDeserializer<>(type, (JsonDeserializer<T>) reader, tokens, form));
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var isOurs = tokens.contains(parser.currentToken())
                && (!parser.hasToken(JsonToken.VALUE_STRING)
                        || form.matcher(parser.getText().strip()).matches());
        if (isOurs) {
            return reader.deserialize(parser, context);
        }
        var value = value(parser);
        if (value == null) {
            context.handleUnexpectedToken(handledType(), parser);
        }
        throw InvalidFormatException.from(parser, "not written so", value, handledType());
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> null;
        };
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
        return reader.getNullValue(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return reader.getAbsentValue(context);
    }
}

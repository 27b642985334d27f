package org.nowrongdoor.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java type in the words of those who call the API. */
final class WantedType {

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(UUID.class, "a UUID"),
            Map.entry(String.class, "a text"),
            Map.entry(URI.class, "a URL"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(LocalDate.class, "a day such as 2026-08-01"),
            Map.entry(Instant.class, "a time with offset such as 2026-08-01T09:30:00Z"),
            Map.entry(OffsetDateTime.class, "a time with offset such as 2026-08-01T09:30:00Z"),
            Map.entry(ZonedDateTime.class, "a time with offset such as 2026-08-01T09:30:00Z"),
            Map.entry(JsonNode.class, "a JSON value"));

    private static final List<Class<?>> WHOLE =
            List.of(Integer.class, int.class, Long.class, long.class, Short.class, short.class);

    private WantedType() {}

    /** What a value of this type is: {@code a UUID}, {@code a whole number}, {@code one of yes, no, unknown}. */
    static String words(Class<?> type) {
        var word = WORDS.get(type);
        if (word != null) {
            return word;
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of " + names(type).collect(Collectors.joining(", "));
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    /** The names of an enum's values on the wire. */
    static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isEnumConstant())
                .map(field -> {
                    var named = field.getAnnotation(JsonProperty.class);
                    return named == null || named.value().isEmpty()
                            ? field.getName().toLowerCase(Locale.ROOT)
                            : named.value();
                });
    }
}

package org.nowrongdoor.http.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether a text can stand for a parameter of some type, checked before it is converted so that the answer can say why not. */
final class ParameterValidator {

    private record Check(String wanted, Consumer<String> parse) {}

    private static final Check WHOLE = new Check("a whole number", Integer::parseInt);
    private static final Check LONG = new Check("a whole number", Long::parseLong);
    private static final Check NUMBER = new Check("a number", ParameterValidator::finite);
    private static final Check YES_NO = new Check("true or false", ParameterValidator::trueOrFalse);

    private static final Map<Class<?>, Check> CHECKS = Map.ofEntries(
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(boolean.class, YES_NO),
            Map.entry(Boolean.class, YES_NO),
            Map.entry(UUID.class, new Check("a UUID", ParameterValidator::uuid)),
            Map.entry(LocalDate.class, new Check("a day such as 2026-08-01", LocalDate::parse)),
            Map.entry(Instant.class, new Check("a time such as 2026-08-01T09:30:00Z", Instant::parse)),
            Map.entry(
                    OffsetDateTime.class,
                    new Check("a time with offset such as 2026-08-01T09:30:00-05:00", OffsetDateTime::parse)));

    private ParameterValidator() {}

    /** What is wanted instead of a value, as the end of "must be …"; empty when the value will do. */
    static Optional<String> wantedInstead(Class<?> type, String value) {
        var check = CHECKS.get(type);
        if (check != null) {
            return fails(check.parse(), value) ? Optional.of(check.wanted()) : Optional.empty();
        }
        return type.isEnum() && fails(text -> constant(type, text), value)
                ? Optional.of("one of " + names(type))
                : Optional.empty();
    }

    private static boolean fails(Consumer<String> parse, String value) {
        try {
            parse.accept(value);
            return false;
        } catch (IllegalArgumentException | DateTimeException e) {
            return true;
        }
    }

    private static void finite(String value) {
        if (!Double.isFinite(Double.parseDouble(value))) {
            throw new IllegalArgumentException(value);
        }
    }

    // Boolean.valueOf reads every other word as false; then minimal=yes would be obeyed as its opposite.
    private static void trueOrFalse(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
        }
    }

    // UUID.fromString also takes 1-1-1-1-1.
    private static void uuid(String value) {
        if (value.length() != 36 || !UUID.fromString(value).toString().equalsIgnoreCase(value)) {
            throw new IllegalArgumentException(value);
        }
    }

    private static void constant(Class<?> type, String value) {
        try {
            var made = factory(type).invoke(null, value);
            if (made == null) {
                throw new IllegalArgumentException(value);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(value, e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** The method that converts: {@code fromString} before {@code valueOf} for an enum. @see "Jakarta REST, 3.2" */
    private static Method factory(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == String.class)
                .filter(method -> method.getName().equals("fromString"))
                .findFirst()
                .orElseGet(() -> valueOf(type));
    }

    private static Method valueOf(Class<?> type) {
        try {
            return type.getMethod("valueOf", String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static String names(Class<?> type) {
        var wired = Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("fromString"));
        return Arrays.stream(type.getFields())
                .filter(field -> field.isEnumConstant())
                .map(field -> {
                    var named = field.getAnnotation(JsonProperty.class);
                    return wired && named != null ? named.value() : field.getName();
                })
                .collect(Collectors.joining(", "));
    }
}

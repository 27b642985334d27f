package org.nowrongdoor.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON text that could not be read, in our own words. */
public final class JsonProblems {

    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate field '(.{1,200}?)'", Pattern.DOTALL);
    private static final String TRAILING = "Trailing token";

    private JsonProblems() {}

    /** The problem behind a failure of Jackson; names the place, never a class. */
    public static Problem of(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown);
        }
        if (failure instanceof JsonMappingException mapping && !isSyntax(mapping)) {
            return mapping(mapping);
        }
        return syntax(failure);
    }

    private static boolean isSyntax(JsonMappingException failure) {
        return failure.getOriginalMessage().startsWith(TRAILING)
                || (failure.getCause() instanceof JsonProcessingException
                        && !(failure.getCause() instanceof JsonMappingException));
    }

    private static Problem unknown(UnrecognizedPropertyException failure) {
        var name = failure.getPropertyName();
        Collection<String> known = Objects.requireNonNullElse(failure.getKnownPropertyIds(), List.of()).stream()
                .map(String::valueOf)
                .toList();
        var detail = QuotedValue.of(name) + " is not a known field" + NearestName.hint(name, known);
        return Problem.of(ProblemKind.UNKNOWN_FIELD, detail, List.of(new Fault(pointer(failure), detail)));
    }

    private static Problem mapping(JsonMappingException failure) {
        var pointer = pointer(failure);
        if (failure.getCause() instanceof ProblemException ours) {
            return ours.problem().errors().isEmpty()
                    ? Problem.of(
                            ours.kind(),
                            ours.problem().detail(),
                            List.of(new Fault(pointer, ours.problem().detail())))
                    : ours.problem();
        }
        var detail = (pointer.isEmpty() ? "the body" : pointer) + " " + wanted(failure);
        return Problem.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault(pointer, detail)));
    }

    private static String wanted(JsonMappingException failure) {
        if (failure instanceof InvalidNullException) {
            return "must not be null";
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + WantedType.words(mismatch.getTargetType()) + was(mismatch);
        }
        return "does not hold a valid value";
    }

    private static String was(MismatchedInputException failure) {
        if (!(failure instanceof InvalidFormatException format) || format.getValue() == null) {
            return "";
        }
        var value = format.getValue();
        if (value instanceof Number || value instanceof Boolean) {
            return ", was " + value + (format.getTargetType() == String.class ? ": write it in quotation marks" : "");
        }
        var text = String.valueOf(value);
        return ", was " + QuotedValue.of(text)
                + (isQuotedScalar(text, format.getTargetType()) ? ": write it without quotation marks" : "");
    }

    private static boolean isQuotedScalar(String text, Class<?> wanted) {
        return switch (WantedType.words(wanted)) {
            case "true or false" -> text.strip().matches("(?i)true|false");
            case "a number", "a whole number" -> text.strip().matches("[+-]?\\d+(?:\\.\\d+)?");
            default -> false;
        };
    }

    private static Problem syntax(JsonProcessingException failure) {
        var message = Objects.requireNonNullElse(deepest(failure).getOriginalMessage(), "");
        var duplicate = DUPLICATE.matcher(message);
        var where = where(failure.getLocation());
        String detail;
        if (deepest(failure) instanceof StreamConstraintsException) {
            detail = "the body passes a limit" + where
                    + ": at most 64 levels deep, 64 digits a number, 50000 values a record. Split or flatten it.";
        } else if (duplicate.find()) {
            detail = "the field " + QuotedValue.of(duplicate.group(1)) + " stands twice in one object" + where
                    + "; give it once";
        } else if (message.startsWith(TRAILING)) {
            detail = "something follows the end of the JSON value" + where + "; send one value";
        } else {
            detail = "the body is not valid JSON" + where;
        }
        return Problem.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault("", detail)));
    }

    private static JsonProcessingException deepest(JsonProcessingException failure) {
        return failure.getCause() instanceof JsonProcessingException cause ? deepest(cause) : failure;
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? String.valueOf(step.getIndex())
                                : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    /** One step of a pointer. @see "RFC 6901, section 3" */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

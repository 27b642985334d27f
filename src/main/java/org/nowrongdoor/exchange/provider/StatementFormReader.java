package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.eligibility.rule.FactKind;

/** Reads one part of the statement's page into answers: what is left open there is taken back. */
final class StatementFormReader {

    private static final Pattern STAY = Pattern.compile("(?iu)(at least|al menos)?\\s*(\\d{1,6})");

    private StatementFormReader() {}

    /** The answers of the part that was sent; empty when it names none. */
    static Map<String, StatementView.@Nullable Given> read(MultivaluedMap<String, String> form) {
        var answers = new LinkedHashMap<String, StatementView.@Nullable Given>();
        StatementQuestions.GROUPS.stream()
                .filter(group -> group.code().equals(form.getFirst("group")))
                .flatMap(group -> group.questions().stream())
                .forEach(entry -> {
                    var value = value(entry, form);
                    answers.put(
                            entry.code(),
                            value == null
                                    ? null
                                    : new StatementView.Given(value, form.getFirst(entry.code() + ".words")));
                });
        return answers;
    }

    private static @Nullable JsonNode value(FactEntry entry, MultivaluedMap<String, String> form) {
        var chosen = Objects.requireNonNullElse(form.get(entry.code()), List.<String>of()).stream()
                .filter(word -> !word.isBlank())
                .toList();
        var typed = Objects.requireNonNullElse(form.getFirst(entry.code() + ".typed"), "")
                .strip();
        if (entry.kind() == FactKind.WORDS) {
            return list(chosen.stream());
        }
        if (entry.kind() == FactKind.LIST) {
            return list(Stream.of(typed.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty()));
        }
        if (!chosen.isEmpty()) {
            return TextNode.valueOf(chosen.get(0));
        }
        if (typed.isEmpty()) {
            return null;
        }
        return entry.kind() == FactKind.STAY ? stay(typed) : TextNode.valueOf(typed);
    }

    /** A number of days, or one from below; anything else is left as it is, to be refused with its bound. */
    private static JsonNode stay(String typed) {
        var read = STAY.matcher(typed);
        if (!read.matches()) {
            return TextNode.valueOf(typed);
        }
        var days = JsonNodeFactory.instance.numberNode(Integer.parseInt(read.group(2)));
        return read.group(1) == null
                ? days
                : JsonNodeFactory.instance.objectNode().set(FactCode.AT_LEAST, days);
    }

    private static @Nullable JsonNode list(Stream<String> words) {
        var list = JsonNodeFactory.instance.arrayNode();
        words.forEach(list::add);
        return list.isEmpty() ? null : list;
    }
}

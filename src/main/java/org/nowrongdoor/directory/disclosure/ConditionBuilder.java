package org.nowrongdoor.directory.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Label;

/** Makes the conditions of a service out of its facts. One stands while any statement that has not expired carries it; then
 *  what the other statements say stands next to it. */
final class ConditionBuilder {

    /** Sentences by {@code fact=value}, or by the fact alone where any value is a condition, in the order of telling. */
    private static final Map<String, Label> SENTENCES = new CatalogueReader("conditions.json").labels();

    private static final List<String> CODES = SENTENCES.keySet().stream()
            .map(ConditionBuilder::codeOf)
            .filter(code -> FactCode.find(code).isPresent())
            .distinct()
            .toList();

    private ConditionBuilder() {}

    static List<StatedCondition> of(Map<String, Fact> facts, LocalDate today) {
        var conditions = new ArrayList<StatedCondition>();
        for (var code : CODES) {
            var fact = facts.get(code);
            if (fact != null) {
                add(code, FactAgreement.counting(fact, today), conditions);
            }
        }
        return List.copyOf(conditions);
    }

    private static void add(String code, List<Fact.Statement> statements, List<StatedCondition> conditions) {
        if (statements.stream().noneMatch(s -> sentence(code, s.value()) != null)) {
            return;
        }
        var told = new HashSet<String>();
        for (var s : statements) {
            if (!FactCode.UNKNOWN.equals(s.value().textValue()) && told.add(s.value() + " " + s.author())) {
                var condition = new StatedCondition(
                        code,
                        s.value(),
                        "",
                        s.asStated(),
                        s.sourceUrl(),
                        s.author(),
                        s.statedOn() == null ? s.verifiedOn() : s.statedOn());
                conditions.add(condition.with(text(condition, "en")));
            }
        }
    }

    /** The sentence of a condition.
     *  @param lang {@code en} or {@code es} */
    static String text(StatedCondition condition, String lang) {
        var locale = Locale.forLanguageTag(lang);
        var sentence = sentence(condition.code(), condition.value());
        if (sentence != null) {
            return sentence.in(locale).replace("{0}", days(condition.value()));
        }
        var entry = FactCode.find(condition.code()).orElseThrow().entry();
        var word = entry.values().get(condition.value().asText());
        return Objects.requireNonNull(SENTENCES.get("differs"))
                .in(locale)
                .replace("{0}", word == null ? condition.value().asText() : word.in(locale));
    }

    private static @Nullable Label sentence(String code, JsonNode value) {
        if (FactCode.UNKNOWN.equals(value.textValue())) {
            return null;
        }
        var word = value.isObject() ? FactCode.AT_LEAST : value.asText();
        var exact = SENTENCES.get(code + '=' + word);
        return exact == null ? SENTENCES.get(code) : exact;
    }

    private static String days(JsonNode value) {
        return (value.isObject() ? value.path(FactCode.AT_LEAST) : value).asText();
    }

    private static String codeOf(String key) {
        var equals = key.indexOf('=');
        return equals < 0 ? key : key.substring(0, equals);
    }
}

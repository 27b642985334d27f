package org.nowrongdoor.directory.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.eligibility.rule.FactCode;

/** What the statements of a fact come to on a day: what those agree on that have not expired, else unknown. */
public final class FactAgreement {

    private FactAgreement() {}

    /** The statements that count on a day. A fact that lists none is the one statement of a source. */
    public static List<Fact.Statement> counting(Fact fact, LocalDate today) {
        if (fact.statements().isEmpty()) {
            return List.of(new Fact.Statement(
                    fact.value(),
                    fact.asStated(),
                    Fact.Says.SOURCE,
                    fact.sourceUrl(),
                    fact.verifiedOn(),
                    null,
                    fact.verifiedOn()));
        }
        return fact.statements().stream()
                .filter(s -> s.expiresOn() == null || !s.expiresOn().isBefore(today))
                .toList();
    }

    /** A fact with the value that its statements come to. */
    public static Fact on(LocalDate today, Fact fact) {
        return fact.statements().isEmpty()
                ? fact
                : new Fact(
                        agreed(counting(fact, today)),
                        fact.asStated(),
                        fact.sourceUrl(),
                        fact.verifiedOn(),
                        fact.statements());
    }

    /** Facts by their codes, each with the value that its statements come to. */
    public static Map<String, Fact> on(LocalDate today, Map<String, Fact> facts) {
        var agreed = new LinkedHashMap<String, Fact>();
        facts.forEach((code, fact) -> agreed.put(code, on(today, fact)));
        return agreed;
    }

    private static JsonNode agreed(List<Fact.Statement> statements) {
        var values = new LinkedHashMap<Object, JsonNode>();
        for (var statement : statements) {
            var value = statement.value();
            if (!FactCode.UNKNOWN.equals(value.textValue())) {
                // A plain no says less than that there is no such rule, and nothing else.
                values.merge(meaning(value), value, (a, b) -> FactCode.NONE_DECLARED.equals(a.textValue()) ? b : a);
            }
        }
        return values.size() == 1 ? values.values().iterator().next() : TextNode.valueOf(FactCode.UNKNOWN);
    }

    /** What two values have in common that say the same. */
    private static Object meaning(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros();
        }
        if (value.isArray()) {
            var words = new TreeSet<String>();
            value.forEach(word -> words.add(word.asText()));
            return words;
        }
        if (value.isObject()) {
            return "at least " + meaning(value.path(FactCode.AT_LEAST));
        }
        return FactCode.NONE_DECLARED.equals(value.textValue()) ? "no" : value.asText();
    }
}

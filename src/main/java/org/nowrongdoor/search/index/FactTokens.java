package org.nowrongdoor.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.eligibility.rule.CultureVocabulary;
import org.nowrongdoor.eligibility.rule.FactCode;

/** The words that a service is found by for what it answers: the code of each fact, and the code with each of its values. */
final class FactTokens {

    // 200: the words of a list of values; a fact told in sentences is no filter, and the engine takes 32,766 bytes at
    // most.
    private static final int LONGEST = 200;

    private FactTokens() {}

    /** The facts that a service answers; one that says it is unknown is none. */
    static Map<String, JsonNode> known(Map<String, Fact> facts) {
        var known = new TreeMap<String, JsonNode>();
        facts.forEach((code, fact) -> {
            if (!"unknown".equals(fact.value().asText())) {
                known.put(code, fact.value());
            }
        });
        return known;
    }

    static List<String> of(Map<String, JsonNode> facts) {
        return facts.entrySet().stream()
                .flatMap(fact -> StayTokens.isStay(fact.getKey())
                        ? StayTokens.of(fact.getValue()).stream()
                        : Stream.concat(
                                Stream.concat(Stream.of(fact.getKey()), groups(fact.getKey(), fact.getValue())),
                                values(fact.getValue())
                                        .filter(value -> value.length() <= LONGEST)
                                        .map(value -> fact.getKey() + '=' + value)))
                .toList();
    }

    /** The groups that the words of a cultural focus stand for, however they are written. */
    private static Stream<String> groups(String code, JsonNode value) {
        return code.equals(FactCode.CULTURALLY_SPECIFIC.code())
                ? values(value)
                        .flatMap(word -> CultureVocabulary.groupsOf(word).stream())
                        .distinct()
                        .map(group -> code + '@' + group)
                : Stream.of();
    }

    /** A provider who states to have no such rule says no as well. */
    private static Stream<String> values(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : FactCode.NONE_DECLARED.equals(value.textValue())
                        ? Stream.of(value.textValue(), "no")
                        : Stream.of(value.asText());
    }
}

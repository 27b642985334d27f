package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.WireName;

/** Reads and writes the JSON of a leaf. Absent fields stay absent, and a number keeps the form it came in. */
public final class LeafJsonMapper {

    static final String ATTRIBUTE = "attribute";
    static final String MIN = "min";
    static final String MAX = "max";
    static final String IN = "in";
    static final String NOT_IN = "not_in";
    static final String IS = "is";
    static final String STRENGTH = "strength";
    static final String REASON = "reason";
    static final String AS_STATED = "as_stated";
    static final String SOURCE_URL = "source_url";
    static final String VERIFIED_ON = "verified_on";
    static final String AMBIGUOUS = "ambiguous";

    static final List<String> FIELDS = List.of(
            ATTRIBUTE, MIN, MAX, IN, NOT_IN, IS, STRENGTH, REASON, AS_STATED, SOURCE_URL, VERIFIED_ON, AMBIGUOUS);

    private LeafJsonMapper() {}

    static Rule.Leaf read(JsonNode node) {
        var code = node.path(ATTRIBUTE).asText();
        var attribute =
                ClientAttribute.find(code).orElseThrow(() -> new IllegalArgumentException("no attribute " + code));
        return new Rule.Leaf(
                attribute,
                condition(node),
                new Rule.Weight(
                        ifThere(node, STRENGTH, n -> word(Strength.class, n)),
                        ifThere(node, AMBIGUOUS, JsonNode::booleanValue)),
                new Rule.Provenance(
                        ifThere(node, REASON, n -> word(RuleReason.class, n)),
                        ifThere(node, AS_STATED, JsonNode::textValue),
                        ifThere(node, SOURCE_URL, JsonNode::textValue),
                        ifThere(node, VERIFIED_ON, n -> LocalDate.parse(n.textValue()))));
    }

    static void write(Rule.Leaf leaf, ObjectNode node) {
        node.put(ATTRIBUTE, leaf.attribute().code());
        write(leaf.condition(), node);
        var weight = leaf.weight();
        var provenance = leaf.provenance();
        putUnlessNull(node, STRENGTH, weight.strength() == null ? null : WireName.snakeCase(weight.strength()));
        putUnlessNull(node, REASON, provenance.reason() == null ? null : WireName.snakeCase(provenance.reason()));
        putUnlessNull(node, AS_STATED, provenance.asStated());
        putUnlessNull(node, SOURCE_URL, provenance.sourceUrl());
        putUnlessNull(
                node,
                VERIFIED_ON,
                provenance.verifiedOn() == null ? null : provenance.verifiedOn().toString());
        if (weight.ambiguous() != null) {
            node.put(AMBIGUOUS, weight.ambiguous());
        }
    }

    static <E extends Enum<E>> E word(Class<E> type, JsonNode node) {
        return Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT));
    }

    private static Condition condition(JsonNode node) {
        if (node.hasNonNull(MIN) || node.hasNonNull(MAX)) {
            return new Condition.Range(
                    ifThere(node, MIN, LeafJsonMapper::number), ifThere(node, MAX, LeafJsonMapper::number));
        }
        if (node.hasNonNull(IN)) {
            return new Condition.OneOf(words(node.get(IN)));
        }
        if (node.hasNonNull(NOT_IN)) {
            return new Condition.NoneOf(words(node.get(NOT_IN)));
        }
        return node.hasNonNull(IS) ? new Condition.Is(node.get(IS).booleanValue()) : new Condition.Untested();
    }

    private static void write(Condition condition, ObjectNode node) {
        if (condition instanceof Condition.Range range) {
            put(node, MIN, range.min());
            put(node, MAX, range.max());
        } else if (condition instanceof Condition.OneOf oneOf) {
            putWords(node.putArray(IN), oneOf.words());
        } else if (condition instanceof Condition.NoneOf noneOf) {
            putWords(node.putArray(NOT_IN), noneOf.words());
        } else if (condition instanceof Condition.Is is) {
            node.put(IS, is.value());
        }
    }

    private static BigDecimal number(JsonNode node) {
        return node.isIntegralNumber() ? BigDecimal.valueOf(node.longValue()) : BigDecimal.valueOf(node.doubleValue());
    }

    private static void put(ObjectNode node, String name, @Nullable BigDecimal number) {
        if (number == null) {
            return;
        }
        if (number.scale() == 0) {
            node.put(name, number.intValue());
        } else {
            node.put(name, number.doubleValue());
        }
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(word -> words.add(word.asText()));
        return List.copyOf(words);
    }

    private static void putWords(ArrayNode array, List<String> words) {
        words.forEach(array::add);
    }

    private static void putUnlessNull(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
        }
    }

    private static <T> @Nullable T ifThere(JsonNode node, String name, Function<JsonNode, @Nullable T> reader) {
        return node.hasNonNull(name) ? reader.apply(node.get(name)) : null;
    }
}

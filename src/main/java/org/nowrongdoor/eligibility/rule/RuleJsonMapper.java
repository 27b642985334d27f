package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the JSON of a rule. An object is {@code all_of}, {@code any_of}, {@code not}, {@code every_child}
 *  or a leaf. */
public final class RuleJsonMapper {

    private RuleJsonMapper() {}

    /** Reads a rule from JSON in which {@link RuleChecker} found no fault.
     *  @throws IllegalArgumentException when unchecked JSON cannot be read */
    public static Rule read(JsonNode node) {
        return read(node, RuleChecker.MOST_DEPTH);
    }

    public static ObjectNode write(Rule rule) {
        var node = JsonNodeFactory.instance.objectNode();
        if (rule instanceof Rule.AllOf all) {
            writeAll(all.rules(), node.putArray("all_of"));
        } else if (rule instanceof Rule.AnyOf any) {
            writeAll(any.rules(), node.putArray("any_of"));
        } else if (rule instanceof Rule.Not not) {
            node.set("not", write(not.rule()));
        } else if (rule instanceof Rule.EveryChild every) {
            node.set("every_child", write(every.rule()));
        } else if (rule instanceof Rule.Leaf leaf) {
            LeafJsonMapper.write(leaf, node);
        }
        return node;
    }

    private static void writeAll(List<Rule> rules, ArrayNode array) {
        rules.forEach(rule -> array.add(write(rule)));
    }

    private static Rule read(JsonNode node, int depthLeft) {
        if (depthLeft == 0) {
            throw new IllegalArgumentException("a rule may be " + RuleChecker.MOST_DEPTH + " levels deep at most");
        }
        if (node.has("all_of")) {
            return new Rule.AllOf(readAll(node.get("all_of"), depthLeft - 1));
        }
        if (node.has("any_of")) {
            return new Rule.AnyOf(readAll(node.get("any_of"), depthLeft - 1));
        }
        if (node.has("not")) {
            return new Rule.Not(read(node.get("not"), depthLeft - 1));
        }
        if (node.has("every_child")) {
            return new Rule.EveryChild(read(node.get("every_child"), depthLeft - 1));
        }
        return LeafJsonMapper.read(node);
    }

    private static List<Rule> readAll(JsonNode list, int depthLeft) {
        var rules = new ArrayList<Rule>();
        list.forEach(node -> rules.add(read(node, depthLeft)));
        return List.copyOf(rules);
    }

    /** Jackson serializer that works with any mapper. */
    static final class Writer extends JsonSerializer<Rule> {
        @Override
        public void serialize(Rule rule, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeTree(write(rule));
        }
    }

    /** Jackson deserializer that works with any mapper. */
    static final class Reader extends JsonDeserializer<Rule> {
        @Override
        public Rule deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return read(context.readTree(json));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw JsonMappingException.from(json, "not a rule: " + e.getMessage(), e);
            }
        }
    }
}

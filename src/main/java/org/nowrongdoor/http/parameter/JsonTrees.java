package org.nowrongdoor.http.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records as JSON trees, on their way from the store to the wire. */
@Singleton
public class JsonTrees {

    private final ObjectMapper mapper;

    public JsonTrees(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The record that a JSON column holds. */
    public ObjectNode read(String json) {
        try {
            return (ObjectNode) mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON column holds no JSON object", e);
        }
    }

    /** A record as Java has it. */
    public <T> T record(JsonNode record, Class<T> type) {
        return mapper.convertValue(record, type);
    }

    /** An empty record. */
    public ObjectNode empty() {
        return mapper.createObjectNode();
    }

    /** A list of a record's parts; empty where there is none. */
    public <T> List<T> list(JsonNode list, Class<T> type) {
        return list.isEmpty()
                ? List.of()
                : mapper.convertValue(list, mapper.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** The parts that a record has by name; empty where there are none. */
    public <T> Map<String, T> map(JsonNode object, Class<T> type) {
        return object.isEmpty()
                ? Map.of()
                : mapper.convertValue(object, mapper.getTypeFactory().constructMapType(Map.class, String.class, type));
    }

    /** Parts of a record as the wire has them. */
    public JsonNode write(List<?> parts) {
        return mapper.valueToTree(parts);
    }

    /** A time as the wire has it. */
    public JsonNode time(Instant time) {
        return mapper.getNodeFactory().textNode(time.toString());
    }

    /** The names of a record's components on the wire, in the order in which they are declared. */
    public static List<String> namesOf(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(JsonTrees::wireName)
                .toList();
    }

    /** The name of one of them. */
    static String wireName(RecordComponent component) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
    }

    /** The same fields in another order; those not named come last. A JSON column keeps no order of its own. */
    public ObjectNode arranged(ObjectNode record, List<String> order) {
        var arranged = empty();
        for (var name : order) {
            var value = record.get(name);
            if (value != null) {
                arranged.set(name, value);
            }
        }
        if (arranged.size() < record.size()) {
            record.properties().forEach(field -> {
                if (!arranged.has(field.getKey())) {
                    arranged.set(field.getKey(), field.getValue());
                }
            });
        }
        return arranged;
    }

    /** Takes lists out of a record and what is nested in it, but for some. */
    public static void dropLists(ObjectNode record, Set<String> but) {
        record.properties().removeIf(field -> field.getValue().isArray() && !but.contains(field.getKey()));
    }

    /** Takes fields out of a record wherever they stand in it. */
    public static void dropEverywhere(JsonNode node, Collection<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        if (node.isContainerNode()) {
            node.forEach(child -> dropEverywhere(child, names));
        }
    }
}

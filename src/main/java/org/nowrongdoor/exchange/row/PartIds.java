package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.nowrongdoor.exchange.row.Field.Many;

/** Gives the parts of a record ids that follow from what they say, so that the same part has the same id every time. */
public final class PartIds {

    private PartIds() {}

    public static void give(PendingRow draft) {
        parts(RecordSchema.of(draft.entity()), draft.body(), draft.id().toString());
    }

    /** Takes their ids from the parts of a record that were cut since: an id made of the words that were cut would prove a
     *  guess at them. */
    public static void forget(ObjectNode before, ObjectNode after) {
        var known = new HashMap<String, ObjectNode>();
        each(before, part -> known.put(part.path("id").asText(), part));
        var cut = new ArrayList<ObjectNode>();
        each(after, part -> {
            var was = known.get(part.path("id").asText());
            if (was != null && !was.equals(part)) {
                cut.add(part);
            }
        });
        cut.forEach(part -> part.remove("id"));
    }

    /** Every object within a record that has an id. */
    private static void each(JsonNode record, Consumer<ObjectNode> action) {
        for (var child : record) {
            if (child instanceof ObjectNode part && part.has("id")) {
                action.accept(part);
            }
            each(child, action);
        }
    }

    private static void parts(RecordSchema form, ObjectNode record, String owner) {
        for (var field : form.fields().values()) {
            if (field.record() == null || field.type() != FieldType.RECORD || !record.has(field.name())) {
                continue;
            }
            var inner = RecordSchema.of(field.record());
            var path = owner + "/" + field.name();
            if (field.many() == Many.ONE && record.get(field.name()) instanceof ObjectNode part) {
                part(inner, part, path, new HashMap<>());
            } else if (field.many() == Many.LIST) {
                var seen = new HashMap<String, Integer>();
                JsonMembers.records(record, field.name()).forEach(part -> part(inner, part, path, seen));
            }
        }
    }

    private static void part(RecordSchema form, ObjectNode part, String path, Map<String, Integer> seen) {
        if (form.find("id") == null) {
            return;
        }
        if (!part.has("id")) {
            var content = part.toString();
            var twin = seen.merge(content, 1, Integer::sum);
            part.put("id", NamedId.of(path, content, twin.toString()).toString());
        }
        parts(form, part, part.get("id").asText());
    }
}

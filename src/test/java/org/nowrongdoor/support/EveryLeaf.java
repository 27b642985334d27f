package org.nowrongdoor.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.exchange.row.Field;
import org.nowrongdoor.exchange.row.Field.Many;
import org.nowrongdoor.exchange.row.FieldType;
import org.nowrongdoor.exchange.row.RecordSchema;

/** A service with a value in every member that a record may have, made from the forms of the records themselves. */
public final class EveryLeaf {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Class<?>, Set<String>> LEFT_OUT = Map.of(
            ServiceRecord.class,
                    Set.of("organization_id", "program_id", "last_modified", "successor_ids", "location_policy"),
            OrganizationRecord.class, Set.of("services", "locations", "parent_organization_id"),
            ServiceAtLocationRecord.class, Set.of("service", "service_id", "location_id"));

    /** The organization that it has for a partner: to be stored before it. */
    public static final UUID PARTNER = UUID.fromString("5b0f4a0e-6d0a-4f57-9c51-2f1f6b6f9aff");

    // Parts that their records cannot be without.
    private static final Set<String> STAYS = Set.of("addresses", "location", "taxonomy_term", "unit", "value");
    // HSDS hangs these on every part: once on a part of each kind is enough.
    private static final Set<String> ON_EVERY_PART = Set.of("attributes", "metadata");

    private EveryLeaf() {}

    /** The record, with ids of its own. */
    public static ObjectNode service() {
        return record(RecordSchema.of(ServiceRecord.class), new ArrayList<>());
    }

    /** JSON pointers to every text in it. */
    public static List<String> texts(JsonNode node) {
        var found = new ArrayList<String>();
        walk(node, "", found);
        return found;
    }

    /** Puts a text in the place of another. */
    public static void set(JsonNode record, String pointer, String text) {
        int slash = pointer.lastIndexOf('/');
        var parent = record.at(pointer.substring(0, slash));
        var member = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.put(member, text);
        } else if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(member), TextNode.valueOf(text));
        }
    }

    /** Takes out of a record what neither leads to a text nor stands next to what does; the organization and the
     *  address of the location stay. */
    public static void prune(ObjectNode record, String pointer) {
        var tokens = List.of(pointer.substring(1).split("/", -1));
        prune(record, tokens, Set.of("organization", "service_at_locations"));
        if (record.get("organization") instanceof ObjectNode organization
                && !tokens.get(0).equals("organization")) {
            prune(organization, List.of(""), Set.of());
        }
        var pair = (ObjectNode) record.at("/service_at_locations/0");
        if (!tokens.get(0).equals("service_at_locations")) {
            prune(pair, List.of("location"), Set.of());
        }
        if (pair.get("location") instanceof ObjectNode location && tokens.indexOf("location") < 0) {
            prune(location, List.of("addresses"), Set.of());
        }
    }

    private static void prune(JsonNode node, List<String> tokens, Set<String> kept) {
        if (tokens.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode record) {
            record.properties()
                    .removeIf(member -> member.getValue().isContainerNode()
                            && !member.getKey().equals(tokens.get(0))
                            && !STAYS.contains(member.getKey())
                            && !kept.contains(member.getKey()));
        }
        for (var child : node) {
            if (child.isContainerNode()) {
                var next = node instanceof ObjectNode record && !child.equals(record.get(tokens.get(0)))
                        ? List.<String>of()
                        : tokens.subList(1, tokens.size());
                prune(child, next, Set.of());
            }
        }
    }

    private static void walk(JsonNode node, String pointer, List<String> found) {
        if (node.isTextual()) {
            found.add(pointer);
        }
        node.properties().forEach(member -> walk(member.getValue(), pointer + "/" + member.getKey(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, found);
        }
    }

    private static ObjectNode record(RecordSchema form, List<Class<?>> path) {
        var record = JSON.objectNode();
        var inner = new ArrayList<>(path);
        inner.add(form.record());
        for (var field : form.fields().values()) {
            var out = LEFT_OUT.getOrDefault(form.record(), Set.of()).contains(field.name())
                    || (field.record() != null && inner.contains(field.record()))
                    || (path.size() > 1 && ON_EVERY_PART.contains(field.name()))
                    || (field.type() == FieldType.UUID && !field.name().equals("id"));
            if (!out) {
                record.set(field.name(), many(field, inner));
            }
        }
        if (form.record() == OrganizationRecord.Partner.class) {
            record.put("organization_id", PARTNER.toString()).put("relation", "funded_by");
        }
        return record;
    }

    private static JsonNode many(Field field, List<Class<?>> path) {
        if (field.many() == Many.LIST) {
            return JSON.arrayNode().add(one(field, path));
        }
        if (field.many() == Many.MAP) {
            var key = field.name().equals("translations") ? "es" : "culturally_specific";
            return JSON.objectNode().set(key, one(field, path));
        }
        return one(field, path);
    }

    private static JsonNode one(Field field, List<Class<?>> path) {
        return switch (field.type()) {
            case RECORD -> record(RecordSchema.of(field.record()), path);
            case UUID -> TextNode.valueOf(UUID.randomUUID().toString());
            case CHOICE -> TextNode.valueOf(field.choices().get(0));
            case NUMBER -> JSON.numberNode(field.name().equals("maximum_age") ? 24 : 1);
            case EXTENSION -> JSON.numberNode(5);
            case ANY ->
                field.name().equals("eligibility")
                        ? JSON.objectNode()
                                .put("attribute", "age")
                                .put("min", 18)
                                .put("as_stated", "from 18")
                                .put("source_url", "https://doors.example/rules")
                        : JSON.arrayNode().add("Dakota");
            default -> TextNode.valueOf(text(field));
        };
    }

    private static String text(Field field) {
        return switch (field.type()) {
            case URL, URI -> "https://doors.example/help";
            case EMAIL -> "desk@doors.example";
            case PHONE -> "612-555-0142";
            case PHONE_TYPE -> "voice";
            case LANGUAGE -> "es";
            case CURRENCY -> "USD";
            case COUNTRY -> "US";
            case STATE -> "MN";
            case POSTAL_CODE -> "55499";
            case DAY -> "2026-01-02";
            case CLOCK_TIME -> "09:30";
            case INSTANT -> "2026-01-02T09:30:00Z";
            default -> schedule(field.name());
        };
    }

    private static String schedule(String name) {
        return switch (name) {
            case "byday" -> "MO,TU";
            case "bymonthday", "byweekno", "byyearday" -> "1";
            case "extent" -> "27053";
            case "extent_type" -> "text";
            case "link_type" -> "service_type";
            default -> "words";
        };
    }
}

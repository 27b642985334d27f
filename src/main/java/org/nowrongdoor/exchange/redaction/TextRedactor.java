package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Field;
import org.nowrongdoor.exchange.row.Field.Many;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.text.AddressDetector;

/** Goes through every text of a record and cuts what tells where a place is. */
final class TextRedactor {

    private static final String WHY = "it read like the address of a place that is not public";
    private static final Set<String> NAMES = Set.of("name", "alternate_name", "discreet_name", "aliases");
    // Codes and numbers of other kinds; a telephone number is what may be told of such a place.
    private static final Set<String> NO_TEXT = Set.of(
            "number",
            "code",
            "extent",
            "extent_type",
            "byday",
            "byweekno",
            "bymonthday",
            "byyearday",
            "language",
            "currency");

    private final KnownAddress fragments;
    private final boolean strict;
    private final Findings findings;

    /** @param strict whether everything that reads like an address is cut, or only pieces of the addresses that are known */
    TextRedactor(KnownAddress fragments, boolean strict, Findings findings) {
        this.fragments = fragments;
        this.strict = strict;
        this.findings = findings;
    }

    void cut(RecordSchema form, ObjectNode record, JsonPath place) {
        for (var name : record.properties().stream().map(Map.Entry::getKey).toList()) {
            var field = form.find(name);
            // Areas have been widened, or are public.
            if (field == null || name.equals("service_areas")) {
                continue;
            }
            if (strict && name.equals("metadata")) {
                record.remove(name);
                findings.redacted(place.at(name), "what another system recorded of changes may hold the old address");
                continue;
            }
            var kept = many(field, record.get(name), place.at(name));
            if (kept == null) {
                record.remove(name);
            } else {
                record.set(name, kept);
            }
        }
    }

    private @Nullable JsonNode many(Field field, JsonNode value, JsonPath place) {
        if (field.many() == Many.LIST && value instanceof ArrayNode items) {
            var kept = items.arrayNode();
            for (int i = 0; i < items.size(); i++) {
                var item = one(field, items.get(i), place.at(i));
                if (item != null) {
                    kept.add(item);
                }
            }
            return kept;
        } else if (field.many() == Many.MAP && value instanceof ObjectNode members) {
            for (var name : new ArrayList<>(members.properties())) {
                one(field, name.getValue(), place.at(name.getKey()));
            }
            return members;
        }
        return one(field, value, place);
    }

    private @Nullable JsonNode one(Field field, JsonNode value, JsonPath place) {
        return switch (field.type()) {
            case RECORD -> nested(field, value, place);
            case URL, URI -> link(value, place);
            case TEXT -> NO_TEXT.contains(field.name()) ? value : text(value, place, NAMES.contains(field.name()));
            case ANY -> loose(value, place);
            default -> value;
        };
    }

    private @Nullable JsonNode nested(Field field, JsonNode value, JsonPath place) {
        if (field.record() == null || !(value instanceof ObjectNode record)) {
            return value;
        }
        var form = RecordSchema.of(field.record());
        cut(form, record, place);
        var lost = form.fields().values().stream().anyMatch(part -> part.required() && !record.has(part.name()));
        return lost && !field.name().equals("taxonomy_term") ? null : record;
    }

    private @Nullable JsonNode link(JsonNode value, JsonPath place) {
        var url = value.asText();
        if ((strict && AddressDetector.isMapLink(url)) || !fragments.cut(url).equals(url)) {
            findings.redacted(place, "the link led to a place that is not public");
            return null;
        }
        return value;
    }

    private JsonNode text(JsonNode value, JsonPath place, boolean name) {
        var text = value.textValue();
        if (text == null) {
            return value;
        }
        var known = name ? fragments.cutInName(text) : fragments.cut(text);
        var cut = !strict ? known : name ? AddressDetector.withholdInName(known) : AddressDetector.withhold(known);
        if (cut.equals(text)) {
            return value;
        }
        findings.redacted(place, WHY);
        return TextNode.valueOf(cut);
    }

    private JsonNode loose(JsonNode value, JsonPath place) {
        if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                items.set(i, loose(items.get(i), place.at(i)));
            }
        } else if (value instanceof ObjectNode record) {
            for (var name : record.properties().stream().map(Map.Entry::getKey).toList()) {
                record.set(name, loose(record.get(name), place.at(name)));
            }
        } else if (value.isTextual()) {
            return text(value, place, false);
        }
        return value;
    }
}

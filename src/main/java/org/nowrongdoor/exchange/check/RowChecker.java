package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Attribute;
import org.nowrongdoor.exchange.row.CanonicalNumbers;
import org.nowrongdoor.exchange.row.Field;
import org.nowrongdoor.exchange.row.FieldType;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.row.TextFormatChecker;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.storage.ChangedEntity;

/** Reads a record against its form and finds every fault, not the first alone. What passes is written one way only:
 *  no nulls and empty values, plain numbers, ids in lower case. */
public final class RowChecker {

    private static final int MOST_ITEMS = 2_000;

    private final AttributeTerms terms;
    private final RecordRules rules;
    private final Findings findings;

    public RowChecker(AttributeTerms terms, RecordRules rules, Findings findings) {
        this.terms = terms;
        this.rules = rules;
        this.findings = findings;
    }

    /** Checks a record that stands for itself. */
    public void check(ChangedEntity entity, ObjectNode record) {
        record(RecordSchema.of(entity), record, JsonPath.ROOT, true);
    }

    private void record(RecordSchema form, ObjectNode record, JsonPath place, boolean whole) {
        for (var name : new ArrayList<>(
                record.properties().stream().map(Map.Entry::getKey).toList())) {
            var field = form.find(name);
            if (field == null) {
                unknown(form, name, place);
                continue;
            }
            var kept = value(field, record.get(name), place.at(name));
            if (kept == null) {
                record.remove(name);
            } else {
                record.set(name, kept);
            }
        }
        if (whole) {
            for (var field : form.fields().values()) {
                if (field.required() && !record.has(field.name())) {
                    findings.fault(
                            place.at(field.name()), null, "is required and missing: give " + field.type().description);
                }
            }
        }
        rules.check(form.record(), record, place, findings);
    }

    private void unknown(RecordSchema form, String name, JsonPath place) {
        var near = NearestName.nearest(name, form.fields().keySet());
        findings.unknown(
                place.at(TextFormatChecker.isBroken(name) ? "?" : name),
                "is not a known field"
                        + near.map(known -> "; did you mean " + known + "?").orElse(""));
    }

    /** The value as it is kept; null when there is nothing to keep. */
    private @Nullable JsonNode value(Field field, JsonNode value, JsonPath place) {
        if (value.isNull()) {
            return null;
        }
        return switch (field.many()) {
            case ONE -> one(field, value, place);
            case LIST -> list(field, value, place);
            case MAP -> map(field, value, place);
        };
    }

    private @Nullable JsonNode list(Field field, JsonNode value, JsonPath place) {
        if (!(value instanceof ArrayNode items)) {
            findings.fault(place, shown(value), "must be a list");
            return null;
        }
        if (items.size() > MOST_ITEMS) {
            findings.fault(place, Integer.toString(items.size()), "must have at most " + MOST_ITEMS + " items");
            return null;
        }
        var kept = items.arrayNode();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i).isNull() ? null : one(field, items.get(i), place.at(i));
            if (item != null) {
                kept.add(item);
            }
        }
        return kept;
    }

    private @Nullable JsonNode map(Field field, JsonNode value, JsonPath place) {
        if (!(value instanceof ObjectNode members)) {
            findings.fault(place, shown(value), "must be an object");
            return null;
        }
        for (var name : new ArrayList<>(
                members.properties().stream().map(Map.Entry::getKey).toList())) {
            if (TextFormatChecker.isBroken(name)) {
                findings.fault(place, null, "must not hold NUL or half of a surrogate pair");
            } else if (members.get(name).isNull() || one(field, members.get(name), place.at(name)) == null) {
                members.remove(name);
            }
        }
        return members;
    }

    private @Nullable JsonNode one(Field field, JsonNode value, JsonPath place) {
        return switch (field.type()) {
            case RECORD -> nested(field, value, place);
            case NUMBER -> CanonicalNumbers.plain(value, place, findings);
            case ANY -> LooseValueChecker.check(value, place, findings);
            default -> text(field, value, place);
        };
    }

    private @Nullable JsonNode nested(Field field, JsonNode value, JsonPath place) {
        if (!(value instanceof ObjectNode record) || field.record() == null) {
            findings.fault(place, shown(value), "must be an object");
            return null;
        }
        if (field.record() == Attribute.class) {
            terms.complete(record, place, findings);
        }
        // What a nested term needs has been looked at with its attribute.
        record(RecordSchema.of(field.record()), record, place, !field.name().equals("taxonomy_term"));
        return record.isEmpty() ? null : record;
    }

    private @Nullable JsonNode text(Field field, JsonNode value, JsonPath place) {
        if (!value.isTextual()) {
            findings.fault(place, shown(value), "must be " + field.type().description);
            return null;
        }
        var text = value.textValue();
        if (text.isBlank()) {
            return null;
        }
        if (TextFormatChecker.isBroken(text)) {
            findings.fault(place, null, "must not hold NUL or half of a surrogate pair");
        } else if (text.length() > TextLimits.of(field)) {
            findings.fault(
                    place, text.length() + " characters", "must have at most " + TextLimits.of(field) + " characters");
        } else if (field.type() == FieldType.CHOICE && !field.choices().contains(text)) {
            findings.fault(place, shown(value), "must be one of " + String.join(", ", field.choices()));
        } else if (!TextFormatChecker.fits(field.type(), text)) {
            findings.fault(place, shown(value), "must be " + field.type().description);
        }
        return field.type() == FieldType.UUID ? TextNode.valueOf(text.toLowerCase(Locale.ROOT)) : value;
    }

    private static String shown(JsonNode value) {
        return value.isContainerNode() ? (value.isArray() ? "a list" : "an object") : value.toString();
    }
}

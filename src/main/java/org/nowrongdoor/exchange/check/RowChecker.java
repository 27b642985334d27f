package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Attribute;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.exchange.row.CanonicalNumbers;
import org.nowrongdoor.exchange.row.Field;
import org.nowrongdoor.exchange.row.FieldType;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.row.TextFormatChecker;
import org.nowrongdoor.exchange.row.UnreadablePart;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.TextCleaner;

/** Reads a record against its form and finds every fault, not the first alone. What passes is written one way only:
 *  no nulls and empty values, plain numbers, ids in lower case. */
public final class RowChecker {

    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_EXTENSION = 9;
    // Their ids say which record is meant; the ids of parts are made again where none is given.
    private static final Set<Class<?>> ENTITIES = Arrays.stream(ChangedEntity.values())
            .map(entity -> RecordSchema.of(entity).record())
            .collect(Collectors.toUnmodifiableSet());

    private final AttributeTerms terms;
    private final RowRules rules;
    private final Findings findings;
    private final UnreadablePart unreadable;

    public RowChecker(AttributeTerms terms, RowRules rules, Findings findings, UnreadablePart unreadable) {
        this.terms = terms;
        this.rules = rules;
        this.findings = findings;
        this.unreadable = unreadable;
    }

    /** Checks a record that stands for itself. */
    public void check(ChangedEntity entity, ObjectNode record) {
        record(RecordSchema.of(entity), record, JsonPath.ROOT, true);
    }

    /** Checks a record.
     *  @return the required members that were left out because they could not be read */
    private Set<String> record(RecordSchema form, ObjectNode record, JsonPath place, boolean whole) {
        var lost = new HashSet<String>();
        PhoneParts.split(form, record);
        for (var name : new ArrayList<>(
                record.properties().stream().map(Map.Entry::getKey).toList())) {
            var field = form.find(name);
            if (field == null) {
                unknown(form, name, place);
                continue;
            }
            var given = record.get(name);
            var kept =
                    isStrayId(form, field, given) ? stray(given, place.at(name)) : value(field, given, place.at(name));
            if (kept == null) {
                record.remove(name);
                if (field.required() && field.type().isPart() && isGiven(given)) {
                    lost.add(name);
                }
            } else {
                record.set(name, kept);
            }
        }
        if (whole) {
            for (var field : form.fields().values()) {
                if (field.required() && !record.has(field.name()) && !lost.contains(field.name())) {
                    findings.fault(
                            place.at(field.name()), null, "is required and missing: give " + field.type().description);
                }
            }
        }
        rules.check(form.record(), record, place, findings);
        return lost;
    }

    /** Whether the id of a part, or of what it belongs to, cannot be read. */
    private static boolean isStrayId(RecordSchema form, Field field, JsonNode given) {
        return field.type() == FieldType.UUID
                && field.many() == Field.Many.ONE
                && !ENTITIES.contains(form.record())
                && isGiven(given)
                && !TextFormatChecker.fits(FieldType.UUID, given.textValue());
    }

    private @Nullable JsonNode stray(JsonNode given, JsonPath place) {
        unreadable.report(findings, place, shown(given), "must be " + FieldType.UUID.description);
        return null;
    }

    private static boolean isGiven(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    private void unknown(RecordSchema form, String name, JsonPath place) {
        // No one reads beyond a hundred, and to look for what was meant is the most of the work.
        var near = findings.isFullOfFaults()
                ? Optional.<String>empty()
                : NearestName.nearest(name, form.fields().keySet());
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
        var isSchedules = field.record() == Schedule.class;
        int most = isSchedules ? ScheduleRules.MOST : MOST_ITEMS;
        if (items.size() > most) {
            findings.fault(place, Integer.toString(items.size()), "must have at most " + most + " items");
            if (isSchedules && unreadable == UnreadablePart.DROPPED) {
                findings.forgive(place, "the record is kept without them");
            }
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
                findings.fault(place, null, TextFormatChecker.brokenBy(name));
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
            case EXTENSION -> extension(value, place);
            case ANY -> LooseValueChecker.check(value, place, findings);
            default -> text(field, value, place);
        };
    }

    private @Nullable JsonNode extension(JsonNode value, JsonPath place) {
        var number = value.isNumber() ? value.decimalValue().stripTrailingZeros() : null;
        if (number != null && number.signum() >= 0 && number.scale() <= 0 && number.precision() <= MOST_EXTENSION) {
            return CanonicalNumbers.plain(value, place, findings);
        }
        unreadable.report(findings, place, shown(value), "must be " + FieldType.EXTENSION.description);
        return null;
    }

    private @Nullable JsonNode nested(Field field, JsonNode value, JsonPath place) {
        if (!(value instanceof ObjectNode record) || field.record() == null) {
            findings.fault(place, shown(value), "must be an object");
            return null;
        }
        if (field.record() == Attribute.class) {
            terms.complete(record, place, findings);
        } else if (field.record() == Schedule.class) {
            ScheduleRules.normalize(record);
        }
        // What a nested term needs has been looked at with its attribute.
        var lost = record(
                RecordSchema.of(field.record()), record, place, !field.name().equals("taxonomy_term"));
        if (field.record() == Schedule.class
                && unreadable == UnreadablePart.DROPPED
                && ScheduleRules.leaveOut(record, place, findings)) {
            return record;
        }
        return record.isEmpty() || !lost.isEmpty() ? null : record;
    }

    private @Nullable JsonNode text(Field field, JsonNode value, JsonPath place) {
        if (!value.isTextual()) {
            findings.fault(place, shown(value), "must be " + field.type().description);
            return null;
        }
        if (TextFormatChecker.isBroken(value.textValue())) {
            findings.fault(place, null, TextFormatChecker.brokenBy(value.textValue()));
            return value;
        }
        var text = cleaned(value.textValue(), place);
        if (text.isBlank()) {
            return null;
        }
        if (text.length() > TextLimits.of(field)) {
            findings.fault(
                    place, text.length() + " characters", "must have at most " + TextLimits.of(field) + " characters");
        } else if (field.type() == FieldType.CHOICE && !field.choices().contains(text)) {
            findings.fault(place, shown(value), "must be one of " + String.join(", ", field.choices()));
        } else if (field.type().isPart()) {
            return part(field, text, place);
        } else if (!TextFormatChecker.fits(field.type(), text)) {
            findings.fault(place, shown(value), "must be " + field.type().description);
        }
        var kept = field.type() == FieldType.UUID ? text.toLowerCase(Locale.ROOT) : text;
        return kept.equals(value.textValue()) ? value : TextNode.valueOf(kept);
    }

    /** A text of a fixed format; null when it cannot be read. */
    private @Nullable JsonNode part(Field field, String text, JsonPath place) {
        var read = ShortTextReader.read(field.type(), text);
        if (read.isEmpty()) {
            unreadable.report(
                    findings, place, TextNode.valueOf(text).toString(), "must be " + field.type().description);
        }
        return read.map(TextNode::valueOf).orElse(null);
    }

    private String cleaned(String text, JsonPath place) {
        var clean = TextCleaner.clean(text);
        if (!clean.equals(text) && !clean.equals(text.replace("\r\n", "\n").replace('\r', '\n'))) {
            findings.warning(place, null, "is kept without the invisible characters that it held");
        }
        return clean;
    }

    private static String shown(JsonNode value) {
        return value.isContainerNode() ? (value.isArray() ? "a list" : "an object") : value.toString();
    }
}

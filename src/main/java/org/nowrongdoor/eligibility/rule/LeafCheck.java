package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The faults of one leaf of a rule. */
final class LeafCheck {

    private static final List<String> CHILD_ATTRIBUTES = List.of("age", "gender");

    private final ConditionCheck conditionCheck;

    LeafCheck(Regions regions) {
        conditionCheck = new ConditionCheck(regions);
    }

    /** Whether the leaf is about a child, and where its faults go. */
    record Context(boolean ofChild, Faults faults) {}

    void check(JsonNode leaf, String pointer, Context context) {
        Faults faults = context.faults();
        for (Iterator<String> names = leaf.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!LeafJson.FIELDS.contains(name)) {
                faults.addUnknown(Faults.pointer(pointer, name), "field", new Faults.Unknown(name, RuleCheck.NAMES));
            }
        }
        Optional<Attribute> attribute = attribute(leaf.path(LeafJson.ATTRIBUTE), pointer, context);
        attribute.ifPresent(found -> conditionCheck.check(leaf, new Subject(found, pointer, faults)));
        checkWord(leaf, LeafJson.STRENGTH, Strength.values(), pointer, faults);
        checkWord(leaf, LeafJson.REASON, RuleReason.values(), pointer, faults);
        checkProvenance(leaf, pointer, faults);
        JsonNode ambiguous = leaf.path(LeafJson.AMBIGUOUS);
        if (!ambiguous.isMissingNode() && !ambiguous.isNull() && !ambiguous.isBoolean()) {
            faults.add(
                    Faults.pointer(pointer, LeafJson.AMBIGUOUS),
                    "ambiguous must be true or false, was " + Faults.shown(ambiguous));
        }
    }

    private Optional<Attribute> attribute(JsonNode node, String pointer, Context context) {
        String at = Faults.pointer(pointer, LeafJson.ATTRIBUTE);
        if (node.isMissingNode() || node.isNull()) {
            context.faults()
                    .add(pointer, "the leaf names no attribute: add one, or write all_of, any_of, not or every_child");
            return Optional.empty();
        }
        if (!node.isTextual()) {
            context.faults().add(at, "attribute must be a text, was " + Faults.shown(node));
            return Optional.empty();
        }
        Optional<Attribute> attribute = Attribute.find(node.textValue());
        if (attribute.isEmpty()) {
            List<String> known = context.ofChild() ? CHILD_ATTRIBUTES : Attribute.testableCodes();
            context.faults().addUnknown(at, "attribute", new Faults.Unknown(node.textValue(), known));
        } else if (attribute.get().kind() == AttributeKind.TEXT) {
            context.faults().add(at, node.textValue() + " never decides who gets help: leave this leaf out");
            return Optional.empty();
        } else if (context.ofChild() && !CHILD_ATTRIBUTES.contains(node.textValue())) {
            context.faults()
                    .add(at, node.textValue() + " is not known of a child: inside every_child ask for age or gender");
        }
        return attribute;
    }

    private static void checkWord(JsonNode leaf, String field, Enum<?>[] words, String pointer, Faults faults) {
        JsonNode node = leaf.path(field);
        List<String> known = Stream.of(words).map(LeafJson::code).toList();
        if (node.isMissingNode() || node.isNull() || (node.isTextual() && known.contains(node.textValue()))) {
            return;
        }
        if (node.isTextual()) {
            faults.addUnknown(Faults.pointer(pointer, field), field, new Faults.Unknown(node.textValue(), known));
        } else {
            faults.add(
                    Faults.pointer(pointer, field),
                    field + " must be one of " + String.join(", ", known) + ", was " + Faults.shown(node));
        }
    }

    private static void checkProvenance(JsonNode leaf, String pointer, Faults faults) {
        for (String field : List.of(LeafJson.AS_STATED, LeafJson.SOURCE_URL, LeafJson.VERIFIED_ON)) {
            JsonNode node = leaf.path(field);
            if (node.isMissingNode() || node.isNull()) {
                continue;
            }
            if (!node.isTextual()) {
                faults.add(Faults.pointer(pointer, field), field + " must be a text, was " + Faults.shown(node));
            } else if (field.equals(LeafJson.SOURCE_URL) && !isWebAddress(node.textValue())) {
                faults.add(
                        Faults.pointer(pointer, field),
                        "source_url must begin with https:// or http://, was " + Faults.shown(node));
            } else if (field.equals(LeafJson.VERIFIED_ON) && !isDay(node.textValue())) {
                faults.add(
                        Faults.pointer(pointer, field),
                        "verified_on must be a day like 2026-08-01, was " + Faults.shown(node));
            }
        }
    }

    private static boolean isWebAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

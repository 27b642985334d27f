package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nowrongdoor.text.WebHostReader;
import org.nowrongdoor.text.WireName;

/** Checks one leaf of a rule and records its faults. */
final class LeafChecker {

    private static final List<String> CHILD_ATTRIBUTES = List.of("age", "gender");

    private final ConditionChecker conditionCheck;

    LeafChecker(RegionContainment regions) {
        conditionCheck = new ConditionChecker(regions);
    }

    /** The context of a leaf: whether it is about a child, and where its faults go. */
    record Context(boolean ofChild, RuleFaults faults) {}

    void check(JsonNode leaf, String pointer, Context context) {
        var faults = context.faults();
        for (var names = leaf.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!LeafJsonMapper.FIELDS.contains(name)) {
                faults.addUnknown(
                        RuleFaults.pointer(pointer, name), "field", new RuleFaults.Unknown(name, RuleChecker.NAMES));
            }
        }
        var attribute = attribute(leaf.path(LeafJsonMapper.ATTRIBUTE), pointer, context);
        attribute.ifPresent(found -> conditionCheck.check(leaf, new Subject(found, pointer, faults)));
        checkWord(leaf, LeafJsonMapper.STRENGTH, Strength.values(), pointer, faults);
        checkWord(leaf, LeafJsonMapper.REASON, RuleReason.values(), pointer, faults);
        checkProvenance(leaf, pointer, faults);
        checkCitation(leaf, pointer, faults);
        var ambiguous = leaf.path(LeafJsonMapper.AMBIGUOUS);
        if (!ambiguous.isMissingNode() && !ambiguous.isNull() && !ambiguous.isBoolean()) {
            faults.add(
                    RuleFaults.pointer(pointer, LeafJsonMapper.AMBIGUOUS),
                    "ambiguous must be true or false, was " + RuleFaults.shown(ambiguous));
        }
    }

    private Optional<ClientAttribute> attribute(JsonNode node, String pointer, Context context) {
        var at = RuleFaults.pointer(pointer, LeafJsonMapper.ATTRIBUTE);
        if (node.isMissingNode() || node.isNull()) {
            context.faults()
                    .add(pointer, "the leaf names no attribute. Add one, or write all_of, any_of, not or every_child.");
            return Optional.empty();
        }
        if (!node.isTextual()) {
            context.faults().add(at, "attribute must be a text, was " + RuleFaults.shown(node));
            return Optional.empty();
        }
        var attribute = ClientAttribute.find(node.textValue());
        if (attribute.isEmpty()) {
            var known = context.ofChild() ? CHILD_ATTRIBUTES : ClientAttribute.testableCodes();
            context.faults().addUnknown(at, "attribute", new RuleFaults.Unknown(node.textValue(), known));
        } else if (attribute.get().kind() == AttributeKind.TEXT) {
            context.faults().add(at, node.textValue() + " never decides who gets help: leave this leaf out");
            return Optional.empty();
        } else if (context.ofChild() && !CHILD_ATTRIBUTES.contains(node.textValue())) {
            context.faults()
                    .add(at, node.textValue() + " is not known of a child: inside every_child ask for age or gender");
        }
        return attribute;
    }

    private static void checkWord(JsonNode leaf, String field, Enum<?>[] words, String pointer, RuleFaults faults) {
        var node = leaf.path(field);
        var known = Stream.of(words).map(WireName::snakeCase).toList();
        if (node.isMissingNode() || node.isNull() || (node.isTextual() && known.contains(node.textValue()))) {
            return;
        }
        if (node.isTextual()) {
            faults.addUnknown(
                    RuleFaults.pointer(pointer, field), field, new RuleFaults.Unknown(node.textValue(), known));
        } else {
            faults.add(
                    RuleFaults.pointer(pointer, field),
                    field + " must be one of " + String.join(", ", known) + ", was " + RuleFaults.shown(node));
        }
    }

    private static void checkProvenance(JsonNode leaf, String pointer, RuleFaults faults) {
        for (var field : List.of(LeafJsonMapper.AS_STATED, LeafJsonMapper.SOURCE_URL, LeafJsonMapper.VERIFIED_ON)) {
            var node = leaf.path(field);
            if (node.isMissingNode() || node.isNull()) {
                continue;
            }
            if (!node.isTextual()) {
                faults.add(
                        RuleFaults.pointer(pointer, field), field + " must be a text, was " + RuleFaults.shown(node));
            } else if (field.equals(LeafJsonMapper.SOURCE_URL) && !isShortWebAddress(node.textValue())) {
                faults.add(
                        RuleFaults.pointer(pointer, field),
                        "source_url must begin with https:// or http:// and name a host plainly, was "
                                + RuleFaults.shown(node));
            } else if (field.equals(LeafJsonMapper.VERIFIED_ON) && !isDay(node.textValue())) {
                faults.add(
                        RuleFaults.pointer(pointer, field),
                        "verified_on must be a day like 2026-08-01, was " + RuleFaults.shown(node));
            }
        }
    }

    /** "The law forbids it" is said with the law. */
    private static void checkCitation(JsonNode leaf, String pointer, RuleFaults faults) {
        if (WireName.snakeCase(RuleReason.LAW)
                        .equals(leaf.path(LeafJsonMapper.REASON).textValue())
                && !leaf.hasNonNull(LeafJsonMapper.SOURCE_URL)) {
            faults.add(
                    RuleFaults.pointer(pointer, LeafJsonMapper.SOURCE_URL),
                    "a rule with reason law needs source_url. Say where the law stands. Without one the reason"
                            + " is policy.");
        }
    }

    private static boolean isShortWebAddress(String text) {
        return text.length() <= WebHostReader.LONGEST_ADDRESS && WebHostReader.isWebAddress(text);
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

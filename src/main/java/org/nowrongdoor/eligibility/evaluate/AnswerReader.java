package org.nowrongdoor.eligibility.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.NumberChecker;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.RuleFaults;
import org.nowrongdoor.eligibility.rule.Subject;
import org.nowrongdoor.eligibility.rule.WordChecker;
import org.nowrongdoor.problem.QuotedValue;

/** Reads one answer of a client; empty where it cannot be read, and then a fault is recorded. */
final class AnswerReader {

    // 60 letters for text that is read and dropped, 30 words in a list: more than any real answer has
    private static final int MOST_LETTERS = 60;
    private static final int MOST_WORDS = 30;

    private final RegionContainment regions;

    AnswerReader(RegionContainment regions) {
        this.regions = regions;
    }

    Optional<Answer> read(JsonNode node, Subject subject) {
        return switch (subject.attribute().kind()) {
            case NUMBER -> amount(node, subject);
            case YES_NO -> flag(node, subject);
            case WORD -> oneWord(node, subject);
            case WORDS, LANGUAGES -> words(node, subject);
            case YES_NO_OR_WORDS -> node.isBoolean() ? yesOrNo(node.booleanValue(), subject) : words(node, subject);
            case REGION -> place(node, subject);
            case TEXT -> text(node, subject);
            case CHILDREN -> throw new IllegalStateException("children are read one by one");
        };
    }

    private static Optional<Answer> amount(JsonNode node, Subject subject) {
        if (!node.isObject()) {
            return number(node, subject).map(value -> new Answer.Amount(value, value));
        }
        for (var names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!name.equals("min") && !name.equals("max")) {
                subject.at(name).addUnknown("field", new RuleFaults.Unknown(name, List.of("min", "max")));
                return Optional.empty();
            }
        }
        if (node.isEmpty()) {
            subject.add("a band needs min, max or both, like {\"min\": 18, \"max\": 24}");
            return Optional.empty();
        }
        var min = bound(node.get("min"), "min", subject, 0);
        var max = bound(node.get("max"), "max", subject, Double.POSITIVE_INFINITY);
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            subject.add("the band of " + subject.attribute().code() + " is upside down: min is "
                    + node.path("min").asText() + ", max is " + node.path("max").asText() + "; swap them");
            return Optional.empty();
        }
        return min.flatMap(low -> max.map(high -> new Answer.Amount(low, high)));
    }

    private static Optional<Double> bound(@Nullable JsonNode node, String name, Subject subject, double open) {
        if (node == null || node.isNull()) {
            return Optional.of(open);
        }
        return number(node, subject.at(name));
    }

    private static Optional<Double> number(JsonNode node, Subject subject) {
        var fault = NumberChecker.fault(node, subject.attribute());
        if (fault != null) {
            subject.add(subject.attribute().code() + " " + fault);
            return Optional.empty();
        }
        return Optional.of(node.doubleValue());
    }

    private static Optional<Answer> flag(JsonNode node, Subject subject) {
        if (!node.isBoolean()) {
            subject.addWrongKind("true, false or \"prefer_not_to_say\"", node);
            return Optional.empty();
        }
        return Optional.of(new Answer.Flag(node.booleanValue()));
    }

    private static Optional<Answer> yesOrNo(boolean yes, Subject subject) {
        var marks = subject.attribute().entry().vocabulary().marks();
        var word = yes ? marks.yes() : marks.no();
        return Optional.ofNullable(word).map(said -> new Answer.Words(Set.of(said), false));
    }

    private Optional<Answer> oneWord(JsonNode node, Subject subject) {
        if (!WordChecker.check(node, subject, regions)) {
            return Optional.empty();
        }
        return Optional.of(new Answer.Words(Set.of(node.textValue()), false));
    }

    private Optional<Answer> words(JsonNode node, Subject subject) {
        if (!node.isArray()) {
            return oneWord(node, subject);
        }
        if (node.size() > MOST_WORDS) {
            subject.add(subject.attribute().code() + " may hold " + MOST_WORDS + " values, held " + node.size());
            return Optional.empty();
        }
        var words = new LinkedHashSet<String>();
        var sound = true;
        for (var i = 0; i < node.size(); i++) {
            sound &= WordChecker.check(node.get(i), subject.at(i), regions);
            words.add(node.get(i).asText());
        }
        var none = subject.attribute().entry().vocabulary().marks().no();
        if (none != null && words.contains(none) && words.size() > 1) {
            subject.add(QuotedValue.of(none) + " stands beside other values: leave it out, or keep it alone");
            return Optional.empty();
        }
        if (none != null && words.isEmpty()) {
            words.add(none);
        }
        return sound ? Optional.of(new Answer.Words(Set.copyOf(words), false)) : Optional.empty();
    }

    private Optional<Answer> place(JsonNode node, Subject subject) {
        return WordChecker.check(node, subject, regions)
                ? Optional.of(new Answer.Place(node.textValue(), false))
                : Optional.empty();
    }

    /** Checks a free text and drops it. Pronouns are for the person who answers the phone; no rule reads them, so they
     *  are not kept even here. */
    private static Optional<Answer> text(JsonNode node, Subject subject) {
        if (!node.isTextual() || node.textValue().length() > MOST_LETTERS) {
            subject.addWrongKind("a text of at most " + MOST_LETTERS + " letters", node);
        }
        return Optional.empty();
    }
}

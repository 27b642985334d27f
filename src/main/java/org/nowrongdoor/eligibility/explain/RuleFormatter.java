package org.nowrongdoor.eligibility.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.taxonomy.language.Languages;

/** Formats what a rule tests as a sentence about the people whom a service is for. */
final class RuleFormatter {

    // 3: as many names as a listener keeps in mind; 240: as many letters as two breaths can read aloud
    private static final int MOST_REGIONS = 3;
    private static final int MOST_LETTERS = 240;

    /** Words before which Spanish writes "u" instead of "o" for "or". */
    private static final Pattern SOUNDS_O = Pattern.compile("h?[oó]", Pattern.CASE_INSENSITIVE);

    private final Locale locale;
    private final RegionContainment regions;
    private final Phrases phrases;

    RuleFormatter(Locale locale, RegionContainment regions) {
        this.locale = locale;
        this.regions = regions;
        phrases = new Phrases(locale);
    }

    /** Those whom a test is about.
     *  @param people a noun phrase, such as "ages 18 to 24"
     *  @param wanted whether the service is for them or for everyone else */
    private record Tested(String people, boolean wanted) {}

    /** A sentence such as "This place is for ages 18 to 24."
     *  @param signed a leaf or a rule on children */
    String sentence(NnfRule signed) {
        if (!(signed.rule() instanceof Rule.Leaf leaf)) {
            return phrases.fill(
                    signed.isAnd() ? "each_child" : "some_child",
                    cut(signed.parts().stream().map(this::ofChild).collect(joining(signed))));
        }
        var tested = tested(leaf, signed.wanted());
        if (tested == null) {
            return phrases.fill("unstated", leaf.attribute().entry().labels().in(locale));
        }
        // Who helps people of all ages puts none of them first.
        if (leaf.weight().neverFails() && !isFromZeroOn(leaf.condition())) {
            return phrases.fill(tested.wanted() ? "first" : "not_first", cut(tested.people()));
        }
        var own = (tested.wanted() ? "in." : "not_in.") + leaf.attribute().code();
        if (leaf.condition() instanceof Condition.OneOf || leaf.condition() instanceof Condition.NoneOf) {
            if (phrases.has(own)) {
                return phrases.fill(own, cut(words(leaf.attribute(), wordsOf(leaf.condition()))));
            }
        }
        return phrases.fill(tested.wanted() ? "for" : "not_for", cut(tested.people()));
    }

    /** Null where nothing is tested. */
    private @Nullable Tested tested(Rule.Leaf leaf, boolean wanted) {
        var attribute = leaf.attribute();
        var condition = leaf.condition();
        if (condition instanceof Condition.Range range) {
            return range(attribute.code(), range, wanted);
        }
        var who = "who." + attribute.code();
        if (condition instanceof Condition.Is is) {
            return new Tested(anyOf(attribute, who), is.value() == wanted);
        }
        if (condition instanceof Condition.Untested) {
            return null;
        }
        return new Tested(
                phrases.fill(who, words(attribute, wordsOf(condition))),
                wanted == condition instanceof Condition.OneOf);
    }

    /** Those of whom an attribute is true, whichever of its words they say. */
    private String anyOf(ClientAttribute attribute, String who) {
        var any = "any." + attribute.code();
        if (phrases.has(any)) {
            return phrases.phrase(any);
        }
        var yes = attribute.entry().vocabulary().marks().yes();
        return yes == null ? phrases.phrase(who) : phrases.fill(who, words(attribute, List.of(yes)));
    }

    private static List<String> wordsOf(Condition condition) {
        return condition instanceof Condition.OneOf oneOf
                ? oneOf.words()
                : condition instanceof Condition.NoneOf noneOf ? noneOf.words() : List.of();
    }

    /** A range that is open on one side is turned round where it is not wanted; one with two ends is denied. */
    private Tested range(String what, Condition.Range range, boolean wanted) {
        // No one is under zero: "ages 0 to 5" is read as "up to 5".
        var isFromZero = range.min() != null && range.min().signum() == 0;
        var min = isFromZero && range.max() != null ? null : range.min();
        var max = range.max();
        if (isFromZero && max == null && phrases.has(what + ".any")) {
            return new Tested(phrases.phrase(what + ".any"), wanted);
        }
        if (min == null) {
            var form = wanted ? ".at_most" : ".more_than";
            return new Tested(phrases.fill(what + form, plain(Objects.requireNonNull(max))), true);
        }
        if (max == null) {
            return new Tested(phrases.fill(what + (wanted ? ".at_least" : ".less_than"), plain(min)), true);
        }
        return new Tested(phrases.fill(what + ".range", plain(min), plain(max)), wanted);
    }

    private static boolean isFromZeroOn(Condition condition) {
        return condition instanceof Condition.Range range
                && range.min() != null
                && range.min().signum() == 0
                && range.max() == null;
    }

    /** What must be true of a child, such as "not a boy, or up to 12 years old". */
    private String ofChild(NnfRule signed) {
        if (!(signed.rule() instanceof Rule.Leaf leaf)) {
            return signed.parts().stream().map(this::ofChild).collect(joining(signed));
        }
        var condition = leaf.condition();
        if (condition instanceof Condition.Range range) {
            var tested = range("child_age", range, signed.wanted());
            return tested.wanted() || range.min() == null || range.max() == null
                    ? tested.people()
                    : phrases.fill(
                            "child_age.not_range",
                            plain(Objects.requireNonNull(range.min())),
                            plain(Objects.requireNonNull(range.max())));
        }
        var words = wordsOf(condition).stream().map(this::childWord).toList();
        return words.isEmpty()
                ? phrases.fill("unstated", leaf.attribute().entry().labels().in(locale))
                : phrases.fill(
                        signed.wanted() == condition instanceof Condition.OneOf ? "child" : "not_child", listed(words));
    }

    private Collector<CharSequence, ?, String> joining(NnfRule signed) {
        return Collectors.joining(phrases.phrase(signed.isAnd() ? "all_parts" : "any_part"));
    }

    private String childWord(String word) {
        return phrases.has("word.child." + word) ? phrases.phrase("word.child." + word) : word;
    }

    private String words(ClientAttribute attribute, List<String> words) {
        var shown = attribute.kind() == AttributeKind.REGION ? MOST_REGIONS : words.size();
        var names =
                words.stream().limit(shown).map(word -> name(attribute, word)).toList();
        return words.size() <= shown
                ? listed(names)
                : phrases.fill(
                        "and_more",
                        String.join(phrases.phrase("comma"), names),
                        Integer.toString(words.size() - shown));
    }

    private String listed(List<String> names) {
        var last = names.size() - 1;
        if (last < 1) {
            return String.join("", names);
        }
        var or = phrases.phrase(SOUNDS_O.matcher(names.get(last)).lookingAt() ? "or_before_o" : "or");
        return String.join(phrases.phrase("comma"), names.subList(0, last)) + or + names.get(last);
    }

    /** A word as it stands in a sentence, which may be another than the label in a list. */
    private String name(ClientAttribute attribute, String word) {
        var own = "word." + attribute.code() + '.' + word;
        if (phrases.has(own)) {
            return phrases.phrase(own);
        }
        if (attribute.kind() == AttributeKind.REGION) {
            return regions.name(word, locale);
        }
        if (attribute.kind() == AttributeKind.LANGUAGES) {
            return Languages.name(Languages.codeOf(word).orElse(word), locale);
        }
        var label = attribute.entry().vocabulary().words().get(word);
        return label == null ? word : label.in(locale);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }
}

package org.nowrongdoor.eligibility.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Label;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.RuleReason;
import org.nowrongdoor.taxonomy.language.Languages;
import org.nowrongdoor.text.WireName;

/** Formats rules as plain sentences in one language, to be read aloud. */
final class ReasonFormatter {

    private static final Map<String, Label> PHRASES = new CatalogueReader("sentences.json").labels();

    // 3: as many names as a listener keeps in mind; 240: as many letters as two breaths can read aloud
    private static final int MOST_REGIONS = 3;
    private static final int MOST_LETTERS = 240;

    /** Words before which Spanish writes "u" instead of "o" for "or". */
    private static final Pattern SOUNDS_O = Pattern.compile("h?[oó]", Pattern.CASE_INSENSITIVE);

    private final Locale locale;
    private final RegionContainment regions;

    ReasonFormatter(Locale locale, RegionContainment regions) {
        this.locale = locale;
        this.regions = regions;
    }

    Locale locale() {
        return locale;
    }

    String phrase(String name) {
        return phrase(name, locale);
    }

    static String phrase(String name, Locale locale) {
        return Objects.requireNonNull(PHRASES.get(name), name).in(locale);
    }

    /** A rule and its result in two sentences: "Age: 18 to 24. This fits." */
    String sentence(NnfRule signed, LeafResult finding) {
        var because = because(signed);
        return cut(describe(signed, false)) + ". " + phrase(ending(signed, finding))
                + (because == null ? "" : ' ' + phrase("because_" + WireName.snakeCase(because)));
    }

    /** Why a leaf is asked for; null where the provider does not say. */
    static @Nullable RuleReason because(NnfRule signed) {
        return signed.rule() instanceof Rule.Leaf leaf ? leaf.provenance().reason() : null;
    }

    private static String ending(NnfRule signed, LeafResult finding) {
        if (signed.rule() instanceof Rule.Leaf leaf && leaf.weight().neverFails()) {
            return "goes_first";
        }
        return switch (finding) {
            case MET -> "met";
            case FAILED -> "failed";
            case ASK_CALLER -> "caller";
            case ASK_PROVIDER -> "provider";
            case PROVIDER_DECIDES -> "provider_decides";
        };
    }

    private String describe(NnfRule signed, boolean ofChild) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            var label = leaf.attribute().entry().labels().in(locale);
            return (ofChild ? label.toLowerCase(locale) : label) + ": " + test(leaf, signed.wanted(), ofChild);
        }
        var aboutChildren = signed.isAboutChildren();
        var parts = signed.parts().stream()
                .map(part -> describe(part, ofChild || aboutChildren))
                .collect(Collectors.joining(phrase(signed.isAnd() ? "all_parts" : "any_part")));
        return aboutChildren ? fill(signed.isAnd() ? "each_child" : "some_child", parts) : parts;
    }

    private String test(Rule.Leaf leaf, boolean wanted, boolean ofChild) {
        var condition = leaf.condition();
        if (condition instanceof Condition.Range range) {
            return wanted ? range(range) : outside(range);
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return words(leaf.attribute(), oneOf.words(), new Tone(wanted, ofChild));
        }
        if (condition instanceof Condition.NoneOf noneOf) {
            return words(leaf.attribute(), noneOf.words(), new Tone(!wanted, ofChild));
        }
        if (condition instanceof Condition.Is is) {
            return phrase(is.value() == wanted ? "yes" : "no");
        }
        return phrase("unstated");
    }

    private String range(Condition.Range range) {
        if (range.min() == null) {
            return fill("at_most", plain(Objects.requireNonNull(range.max())));
        }
        return range.max() == null
                ? fill("at_least", plain(range.min()))
                : fill("range", plain(range.min()), plain(range.max()));
    }

    private String outside(Condition.Range range) {
        if (range.min() == null) {
            return fill("more_than", plain(Objects.requireNonNull(range.max())));
        }
        return range.max() == null ? fill("less_than", plain(range.min())) : fill("not", range(range));
    }

    /** The form of a phrase: affirmed or negated, about an adult or about a child. */
    private record Tone(boolean wanted, boolean ofChild) {}

    private String words(ClientAttribute attribute, List<String> words, Tone tone) {
        var shown = attribute.kind() == AttributeKind.REGION ? MOST_REGIONS : words.size();
        var names = words.stream()
                .limit(shown)
                .map(namer(attribute, tone.ofChild()))
                .toList();
        var all = words.size() <= shown
                ? listed(names)
                : fill("and_more", String.join(phrase("comma"), names), Integer.toString(words.size() - shown));
        return tone.wanted() ? all : fill("not", all);
    }

    private String listed(List<String> names) {
        var last = names.size() - 1;
        if (last < 1) {
            return String.join("", names);
        }
        var or = phrase(SOUNDS_O.matcher(names.get(last)).lookingAt() ? "or_before_o" : "or");
        return String.join(phrase("comma"), names.subList(0, last)) + or + names.get(last);
    }

    private Function<String, String> namer(ClientAttribute attribute, boolean ofChild) {
        if (attribute.kind() == AttributeKind.REGION) {
            return id -> regions.name(id, locale);
        }
        if (attribute.kind() == AttributeKind.LANGUAGES) {
            return word -> Languages.name(Languages.codeOf(word).orElse(word), locale);
        }
        var vocabulary = attribute.entry().vocabulary();
        return word -> {
            var adult = vocabulary.words().get(word);
            var label = ofChild ? vocabulary.wordsOfChild().getOrDefault(word, adult) : adult;
            return label == null ? word : label.in(locale);
        };
    }

    private String fill(String phrase, String... values) {
        var filled = phrase(phrase);
        for (var i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", values[i]);
        }
        return filled;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String cut(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }
}

package org.nowrongdoor.eligibility.explain;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.NnfRule;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.RuleReason;
import org.nowrongdoor.text.WireName;

/** Formats reasons as plain sentences in one language, to be read aloud. */
final class ReasonFormatter {

    private final Locale locale;
    private final Phrases phrases;
    private final RuleFormatter rules;

    ReasonFormatter(Locale locale, RegionContainment regions) {
        this.locale = locale;
        phrases = new Phrases(locale);
        rules = new RuleFormatter(locale, regions);
    }

    Locale locale() {
        return locale;
    }

    String phrase(String name) {
        return phrases.phrase(name);
    }

    /** The rule, its result and why the provider has it: "This place is for ages 18 to 24. That fits."
     *  A rule that is not met is told alone: it says by itself what is missing. */
    String sentence(NnfRule signed, LeafResult finding) {
        var because = because(signed);
        return Stream.of(
                        Stream.of(rules.sentence(signed)),
                        Stream.ofNullable(ending(signed, finding)).map(phrases::phrase),
                        Stream.ofNullable(because).map(why -> phrases.phrase("because_" + WireName.snakeCase(why))))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    /** Why a leaf is asked for; null where the provider does not say. */
    static @Nullable RuleReason because(NnfRule signed) {
        return signed.rule() instanceof Rule.Leaf leaf ? leaf.provenance().reason() : null;
    }

    /** Null where the sentence about the rule has said it already. */
    private static @Nullable String ending(NnfRule signed, LeafResult finding) {
        if (signed.rule() instanceof Rule.Leaf leaf
                && (leaf.weight().neverFails() || leaf.condition() instanceof Condition.Untested)) {
            return null;
        }
        return switch (finding) {
            case MET -> "met";
            case FAILED -> null;
            case ASK_CALLER -> "caller";
            case ASK_PROVIDER -> "provider";
            case PROVIDER_DECIDES -> "provider_decides";
        };
    }
}

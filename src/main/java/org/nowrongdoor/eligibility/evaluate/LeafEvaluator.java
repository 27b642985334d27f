package org.nowrongdoor.eligibility.evaluate;

import java.util.List;
import java.util.Set;
import org.nowrongdoor.eligibility.rule.AttributeKind;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.Vocabulary;
import org.nowrongdoor.taxonomy.language.Languages;

/** Evaluates the test of a leaf against an answer. */
public final class LeafEvaluator {

    private static final Answer.Words NOTHING_SAID = new Answer.Words(Set.of(), true);

    private final RegionContainment regions;

    public LeafEvaluator(RegionContainment regions) {
        this.regions = regions;
    }

    /** Evaluates one leaf of a rule for a client.
     *  @param transByIdentity whether {@code woman} in a rule includes trans women, and {@code man} trans men */
    public LeafResult of(Rule.Leaf leaf, ClientProfile client, boolean transByIdentity) {
        var weight = leaf.weight();
        if (weight.neverFails()) {
            return LeafResult.MET;
        }
        if (weight.isDiscretion()) {
            return LeafResult.PROVIDER_DECIDES;
        }
        if (weight.isAmbiguous() || leaf.condition() instanceof Condition.Untested) {
            return LeafResult.ASK_PROVIDER;
        }
        var answer = client.answer(leaf.attribute());
        if (answer == null || answer instanceof Answer.Withheld) {
            return LeafResult.ASK_CALLER;
        }
        return test(leaf, answer, transByIdentity);
    }

    private LeafResult test(Rule.Leaf leaf, Answer answer, boolean transByIdentity) {
        var condition = leaf.condition();
        if (condition instanceof Condition.Range range) {
            return within(range, amount(answer));
        }
        if (condition instanceof Condition.Is is) {
            return LeafResult.of(isYes(leaf.attribute(), answer) == is.value());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf(leaf.attribute(), oneOf.words(), answer, transByIdentity);
        }
        if (condition instanceof Condition.NoneOf noneOf) {
            return oneOf(leaf.attribute(), noneOf.words(), answer, transByIdentity)
                    .negatedUnless(false);
        }
        return LeafResult.ASK_PROVIDER;
    }

    private static Answer.Amount amount(Answer answer) {
        if (answer instanceof Answer.Children children) {
            var count = children.children().size();
            return new Answer.Amount(count, count);
        }
        return answer instanceof Answer.Amount amount ? amount : new Answer.Amount(0, Double.POSITIVE_INFINITY);
    }

    private static LeafResult within(Condition.Range range, Answer.Amount amount) {
        var min = range.min() == null ? Double.NEGATIVE_INFINITY : range.min().doubleValue();
        var max = range.max() == null ? Double.POSITIVE_INFINITY : range.max().doubleValue();
        if (amount.min() >= min && amount.max() <= max) {
            return LeafResult.MET;
        }
        return amount.max() < min || amount.min() > max ? LeafResult.FAILED : LeafResult.ASK_CALLER;
    }

    private static boolean isYes(ClientAttribute attribute, Answer answer) {
        if (answer instanceof Answer.Flag flag) {
            return flag.value();
        }
        if (answer instanceof Answer.Words said) {
            return said.words().stream().anyMatch(attribute.entry().vocabulary()::counts);
        }
        return answer instanceof Answer.Children children
                && !children.children().isEmpty();
    }

    private LeafResult oneOf(ClientAttribute attribute, List<String> ruled, Answer answer, boolean transByIdentity) {
        if (answer instanceof Answer.Place place) {
            return lies(place, ruled);
        }
        var said = answer instanceof Answer.Words words ? words : NOTHING_SAID;
        var best = LeafResult.FAILED;
        for (var word : ruled) {
            for (var one : said.words()) {
                var finding = switch (compare(attribute, word, one)) {
                    case SAME -> LeafResult.MET;
                    case BY_IDENTITY -> transByIdentity ? LeafResult.MET : LeafResult.ASK_PROVIDER;
                    case PERHAPS -> LeafResult.ASK_PROVIDER;
                    case TOO_WIDE -> said.exact() ? LeafResult.FAILED : LeafResult.ASK_CALLER;
                    case OTHER -> LeafResult.FAILED;
                };
                best = best.or(finding);
            }
        }
        return best;
    }

    private static Vocabulary.Likeness compare(ClientAttribute attribute, String ruled, String said) {
        if (attribute.kind() == AttributeKind.LANGUAGES) {
            return language(ruled).equals(language(said)) ? Vocabulary.Likeness.SAME : Vocabulary.Likeness.OTHER;
        }
        return attribute.entry().vocabulary().compare(ruled, said);
    }

    /** The language without its region: a speaker of Mexican Spanish is helped in Spanish. */
    private static String language(String word) {
        return Languages.codeOf(word).orElse(word);
    }

    private LeafResult lies(Answer.Place place, List<String> ruled) {
        var perhaps = false;
        for (var region : ruled) {
            var inside = regions.lies(place.regionId(), region);
            if (inside == Kleene.MET) {
                return LeafResult.MET;
            }
            perhaps |= inside == Kleene.UNKNOWN && !place.exact();
        }
        return perhaps ? LeafResult.ASK_CALLER : LeafResult.FAILED;
    }
}

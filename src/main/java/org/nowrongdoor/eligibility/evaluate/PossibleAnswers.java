package org.nowrongdoor.eligibility.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;

/**
 * The answers a client could still give to one attribute, one for each way a rule can tell them apart, and none that
 * goes against what they said already. The likeliest to settle something come first; later ones are made on demand.
 */
public final class PossibleAnswers {

    private final PossibleWordAnswers words;
    private final PossibleChildrenAnswers children;
    private final RegionContainment regions;

    public PossibleAnswers(RegionContainment regions) {
        this.regions = regions;
        words = new PossibleWordAnswers(new LeafEvaluator(regions));
        children = new PossibleChildrenAnswers(new RuleEvaluator(regions));
    }

    public Stream<? extends Answer> of(ClientAttribute attribute, ServiceTerms terms, ClientProfile client) {
        NnfRule signed = terms.signed();
        if (signed == null) {
            return Stream.of();
        }
        List<Rule.Leaf> leaves = new ArrayList<>();
        collect(signed, attribute, leaves);
        Answer said = client.answer(attribute);
        boolean transByIdentity = terms.takesTransPeopleByIdentity();
        return switch (attribute.kind()) {
            case NUMBER -> PossibleNumberAnswers.of(attribute, leaves, said).stream();
            case YES_NO -> said == null ? Stream.of(new Answer.Flag(false), new Answer.Flag(true)) : Stream.of();
            case WORD, WORDS, YES_NO_OR_WORDS, LANGUAGES ->
                words.of(new PossibleWordAnswers.Asked(attribute, leaves, transByIdentity), said);
            case REGION -> places(leaves, said).stream();
            case CHILDREN -> children.of(new PossibleChildrenAnswers.Asked(signed, leaves, transByIdentity), said);
            case TEXT -> Stream.of();
        };
    }

    /** The leaves about the client; those about children are another matter. */
    private static void collect(NnfRule signed, ClientAttribute attribute, List<Rule.Leaf> leaves) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            if (leaf.attribute() == attribute) {
                leaves.add(leaf);
            }
        } else if (!signed.isAboutChildren()) {
            signed.parts().forEach(part -> collect(part, attribute, leaves));
        }
    }

    private List<Answer.Place> places(List<Rule.Leaf> leaves, @Nullable Answer said) {
        List<Answer.Place> places = new ArrayList<>();
        String known = said instanceof Answer.Place place ? place.regionId() : null;
        places.add(new Answer.Place(known == null ? "" : known, true));
        for (Rule.Leaf leaf : leaves) {
            Stream<String> named = Condition.words(leaf.condition()).stream()
                    .filter(region -> known == null || mayLieIn(region, known));
            // the regions of one list make no difference among each other, unless another list names some of them
            (leaves.size() == 1 ? named.limit(1) : named).forEach(region -> places.add(new Answer.Place(region, true)));
        }
        return places;
    }

    private boolean mayLieIn(String region, String known) {
        Kleene inside = regions.lies(region, known);
        return inside == Kleene.MET || (inside == Kleene.UNKNOWN && regions.lies(known, region) != Kleene.MET);
    }

    /** Every choice of some of a few things, the empty one first. */
    static <T> Stream<Set<T>> choices(List<T> things) {
        return IntStream.range(0, 1 << things.size()).mapToObj(bits -> {
            Set<T> choice = new LinkedHashSet<>();
            for (int i = 0; i < things.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(things.get(i));
                }
            }
            return choice;
        });
    }
}

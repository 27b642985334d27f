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

/** The answers a client could still give to an attribute, one for each case that a rule distinguishes. None contradicts
 *  what the client said already. Those likeliest to settle a verdict come first; later ones are made on demand. */
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
        var signed = terms.signed();
        if (signed == null) {
            return Stream.of();
        }
        var leaves = new ArrayList<Rule.Leaf>();
        collect(signed, attribute, leaves);
        var said = client.answer(attribute);
        var transByIdentity = terms.takesTransPeopleByIdentity();
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

    /** Collects the leaves about the client, without those about children. */
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
        var places = new ArrayList<Answer.Place>();
        var known = said instanceof Answer.Place place ? place.regionId() : null;
        places.add(new Answer.Place(known == null ? "" : known, true));
        for (var leaf : leaves) {
            var named = Condition.words(leaf.condition()).stream()
                    .filter(region -> known == null || mayLieIn(region, known));
            // one region stands for all of a list, unless another list names some of them
            (leaves.size() == 1 ? named.limit(1) : named).forEach(region -> places.add(new Answer.Place(region, true)));
        }
        return places;
    }

    private boolean mayLieIn(String region, String known) {
        var inside = regions.lies(region, known);
        return inside == Kleene.MET || (inside == Kleene.UNKNOWN && regions.lies(known, region) != Kleene.MET);
    }

    /** All subsets of a short list, the empty one first. */
    static <T> Stream<Set<T>> choices(List<T> things) {
        return IntStream.range(0, 1 << things.size()).mapToObj(bits -> {
            var choice = new LinkedHashSet<T>();
            for (var i = 0; i < things.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(things.get(i));
                }
            }
            return choice;
        });
    }
}

package org.nowrongdoor.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers a client could still give to one attribute, one for each way a rule can tell them apart, and none that
 * goes against what they said already.
 */
final class PossibleAnswers {

    private final PossibleWords words;
    private final PossibleChildren children;
    private final Regions regions;

    PossibleAnswers(Regions regions) {
        this.regions = regions;
        words = new PossibleWords(new Matching(regions));
        children = new PossibleChildren(new Evaluation(regions));
    }

    List<? extends Answer> of(Attribute attribute, ServiceTerms terms, ClientProfile client) {
        Rule rule = terms.rule();
        if (rule == null) {
            return List.of();
        }
        Signed signed = Signed.of(rule);
        List<Rule.Leaf> leaves =
                leaves(signed).filter(leaf -> leaf.attribute() == attribute).toList();
        Answer said = client.answer(attribute);
        return switch (attribute.kind()) {
            case NUMBER -> PossibleAmounts.of(attribute, leaves, said);
            case YES_NO -> said == null ? List.of(new Answer.Flag(true), new Answer.Flag(false)) : List.of();
            case WORD, WORDS, YES_NO_OR_WORDS, LANGUAGES ->
                words.of(attribute, leaves, new PossibleWords.Said(said, terms.takesTransPeopleByIdentity()));
            case REGION -> places(leaves, said);
            case CHILDREN ->
                children.of(new PossibleChildren.Asked(signed, leaves, terms.takesTransPeopleByIdentity()), said);
            case TEXT -> List.of();
        };
    }

    /** The leaves about the client; those about children are another matter. */
    private static Stream<Rule.Leaf> leaves(Signed signed) {
        if (signed.rule() instanceof Rule.Leaf leaf) {
            return Stream.of(leaf);
        }
        return signed.isAboutChildren() ? Stream.of() : signed.parts().stream().flatMap(PossibleAnswers::leaves);
    }

    private List<Answer.Place> places(List<Rule.Leaf> leaves, @Nullable Answer said) {
        List<Answer.Place> places = new ArrayList<>();
        for (Rule.Leaf leaf : leaves) {
            Stream<String> named = words(leaf.condition()).stream()
                    .filter(region -> !(said instanceof Answer.Place place)
                            || regions.lies(region, place.regionId()) != Kleene.FAILED
                            || regions.lies(place.regionId(), region) == Kleene.UNKNOWN);
            // the regions of one list make no difference among each other, unless another list names some of them
            (leaves.size() == 1 ? named.limit(1) : named).forEach(region -> places.add(new Answer.Place(region, true)));
        }
        places.add(new Answer.Place(said instanceof Answer.Place place ? place.regionId() : "", true));
        return places;
    }

    static List<String> words(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.words();
        }
        return condition instanceof Condition.NoneOf noneOf ? noneOf.words() : List.of();
    }

    /** Every choice of some of a few things, the empty one first. */
    static <T> List<Set<T>> choices(List<T> things) {
        List<Set<T>> choices = new ArrayList<>();
        for (int bits = 0; bits < 1 << things.size(); bits++) {
            Set<T> choice = new LinkedHashSet<>();
            for (int i = 0; i < things.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(things.get(i));
                }
            }
            choices.add(choice);
        }
        return choices;
    }
}

package org.nowrongdoor.eligibility.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/** The families of children that a rule distinguishes. */
final class PossibleChildrenAnswers {

    // 6 kinds of child make 64 families; of more kinds, only families of one and two are tried; 256 ways to complete
    // what the client left out, 40 ages that a rule distinguishes
    private static final int MOST_KINDS = 6;
    private static final int MOST_FAMILIES = 256;
    private static final int MOST_AGES = 40;

    private final RuleEvaluator evaluation;

    PossibleChildrenAnswers(RuleEvaluator evaluation) {
        this.evaluation = evaluation;
    }

    /** The tests of children in a rule: those of each child, and those of their number.
     *  @param counting the leaves on the number of children */
    record Asked(NnfRule rule, List<Rule.Leaf> counting, boolean transByIdentity) {}

    Stream<Answer.Children> of(Asked asked, @Nullable Answer said) {
        if (said instanceof Answer.Children children) {
            return filledIn(children.children(), asked).map(Answer.Children::new);
        }
        return Stream.concat(
                        Stream.<List<ClientProfile>>of(List.of(), List.of(ClientProfile.EMPTY)),
                        Stream.of(asked).flatMap(this::families))
                .map(Answer.Children::new);
    }

    private Stream<List<ClientProfile>> families(Asked asked) {
        var kinds = kinds(ofEach(asked.rule()).toList(), asked, ClientProfile.EMPTY);
        // small families first, because not all are tried where a rule distinguishes very many
        return Stream.concat(families(kinds), families(kinds).flatMap(family -> grown(family, asked.counting())));
    }

    private static Stream<List<ClientProfile>> families(List<ClientProfile> kinds) {
        if (kinds.size() <= MOST_KINDS) {
            return PossibleAnswers.choices(kinds).map(List::copyOf);
        }
        var pairs = kinds.stream().flatMap(one -> kinds.stream().map(other -> List.of(one, other)));
        return Stream.concat(Stream.concat(Stream.of(List.of()), kinds.stream().map(List::of)), pairs);
    }

    private static Stream<NnfRule> ofEach(NnfRule signed) {
        return signed.isAboutChildren()
                ? signed.parts().stream()
                : signed.parts().stream().flatMap(PossibleChildrenAnswers::ofEach);
    }

    /** One child of each kind that the rule distinguishes, among those a partly known child could be. */
    private List<ClientProfile> kinds(List<NnfRule> ofEach, Asked asked, ClientProfile known) {
        var kinds = new LinkedHashMap<List<Kleene>, ClientProfile>();
        for (var child : everyone(ofEach, known)) {
            var outcomes = ofEach.stream()
                    .map(one -> evaluation.outcome(one, new RuleEvaluator.Person(child, asked.transByIdentity())))
                    .toList();
            kinds.putIfAbsent(outcomes, child);
        }
        return List.copyOf(kinds.values());
    }

    private static List<ClientProfile> everyone(List<NnfRule> ofEach, ClientProfile known) {
        var age = known.answer(ClientAttribute.AGE);
        var everyone = new ArrayList<ClientProfile>();
        for (var possible : age instanceof Answer.Withheld ? List.of(age) : ages(ofEach, age)) {
            var aged = known.with(ClientAttribute.AGE, possible);
            if (known.answer(ClientAttribute.GENDER) != null) {
                everyone.add(aged);
            } else {
                ClientAttribute.GENDER.entry().values().keySet().stream()
                        .map(word -> aged.with(ClientAttribute.GENDER, new Answer.Words(Set.of(word), true)))
                        .forEach(everyone::add);
            }
        }
        return everyone;
    }

    private static List<? extends Answer> ages(List<NnfRule> ofEach, @Nullable Answer said) {
        var leaves = ofEach.stream()
                .flatMap(PossibleChildrenAnswers::leaves)
                .filter(leaf -> leaf.attribute() == ClientAttribute.AGE)
                .toList();
        var ages = PossibleNumberAnswers.of(ClientAttribute.AGE, leaves, said).stream()
                .limit(MOST_AGES)
                .toList();
        return ages.isEmpty() ? List.of(said == null ? new Answer.Amount(0, 0) : said) : ages;
    }

    private static Stream<Rule.Leaf> leaves(NnfRule signed) {
        return signed.rule() instanceof Rule.Leaf leaf
                ? Stream.of(leaf)
                : signed.parts().stream().flatMap(PossibleChildrenAnswers::leaves);
    }

    /** The same family, extended to each larger number of children that a rule distinguishes. */
    private static Stream<List<ClientProfile>> grown(List<ClientProfile> family, List<Rule.Leaf> counting) {
        var more = family.isEmpty() ? ClientProfile.EMPTY : family.get(0);
        var counts = PossibleNumberAnswers.apart(ClientAttribute.CHILDREN, counting);
        return counts.stream()
                .filter(count -> count > family.size() && count <= ClientAttribute.CHILDREN.most())
                .map(count -> Stream.concat(
                                family.stream(), Stream.generate(() -> more).limit(count.longValue() - family.size()))
                        .toList());
    }

    private Stream<List<ClientProfile>> filledIn(List<ClientProfile> children, Asked asked) {
        var ofEach = ofEach(asked.rule()).toList();
        var kindsOf = new HashMap<ClientProfile, List<ClientProfile>>();
        List<List<ClientProfile>> families = List.of(List.of());
        for (var child : children) {
            var kinds = kindsOf.computeIfAbsent(child, known -> kinds(ofEach, asked, known));
            families = families.stream()
                    .flatMap(family -> kinds.stream().map(kind -> append(family, kind)))
                    .limit(MOST_FAMILIES)
                    .toList();
        }
        return families.stream();
    }

    private static List<ClientProfile> append(List<ClientProfile> family, ClientProfile child) {
        return Stream.concat(family.stream(), Stream.of(child)).toList();
    }
}

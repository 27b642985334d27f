package org.nowrongdoor.eligibility.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;

/** The families that a rule tells apart. */
final class PossibleChildrenAnswers {

    // 6 kinds of child make 64 families; of more kinds, families of two; 256 ways to fill in what was left
    // out, 40 ages that make a difference
    private static final int MOST_KINDS = 6;
    private static final int MOST_FAMILIES = 256;
    private static final int MOST_AGES = 40;

    private final RuleEvaluator evaluation;

    PossibleChildrenAnswers(RuleEvaluator evaluation) {
        this.evaluation = evaluation;
    }

    /** What a rule asks of children: each by themselves, and how many there are. */
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
        List<ClientProfile> kinds = kinds(ofEach(asked.rule()).toList(), asked, ClientProfile.EMPTY);
        // the small families first: of a rule that tells very many apart not all are tried
        return Stream.concat(families(kinds), families(kinds).flatMap(family -> grown(family, asked.counting())));
    }

    private static Stream<List<ClientProfile>> families(List<ClientProfile> kinds) {
        if (kinds.size() <= MOST_KINDS) {
            return PossibleAnswers.choices(kinds).map(List::copyOf);
        }
        Stream<List<ClientProfile>> pairs =
                kinds.stream().flatMap(one -> kinds.stream().map(other -> List.of(one, other)));
        return Stream.concat(Stream.of(List.of()), pairs);
    }

    private static Stream<NnfRule> ofEach(NnfRule signed) {
        return signed.isAboutChildren()
                ? signed.parts().stream()
                : signed.parts().stream().flatMap(PossibleChildrenAnswers::ofEach);
    }

    /** One child of each kind that the rule treats alike, among those a partly known child could be. */
    private List<ClientProfile> kinds(List<NnfRule> ofEach, Asked asked, ClientProfile known) {
        Map<List<Kleene>, ClientProfile> kinds = new LinkedHashMap<>();
        for (ClientProfile child : everyone(ofEach, known)) {
            List<Kleene> outcomes = ofEach.stream()
                    .map(one -> evaluation.outcome(one, new RuleEvaluator.Person(child, asked.transByIdentity())))
                    .toList();
            kinds.putIfAbsent(outcomes, child);
        }
        return List.copyOf(kinds.values());
    }

    private static List<ClientProfile> everyone(List<NnfRule> ofEach, ClientProfile known) {
        Answer age = known.answer(ClientAttribute.AGE);
        List<ClientProfile> everyone = new ArrayList<>();
        for (Answer possible : age instanceof Answer.Withheld ? List.of(age) : ages(ofEach, age)) {
            ClientProfile aged = known.with(ClientAttribute.AGE, possible);
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
        List<Rule.Leaf> leaves = ofEach.stream()
                .flatMap(PossibleChildrenAnswers::leaves)
                .filter(leaf -> leaf.attribute() == ClientAttribute.AGE)
                .toList();
        List<? extends Answer> ages = PossibleNumberAnswers.of(ClientAttribute.AGE, leaves, said).stream()
                .limit(MOST_AGES)
                .toList();
        return ages.isEmpty() ? List.of(said == null ? new Answer.Amount(0, 0) : said) : ages;
    }

    private static Stream<Rule.Leaf> leaves(NnfRule signed) {
        return signed.rule() instanceof Rule.Leaf leaf
                ? Stream.of(leaf)
                : signed.parts().stream().flatMap(PossibleChildrenAnswers::leaves);
    }

    /** The same family with as many children as a rule counts, and one more or fewer. */
    private static Stream<List<ClientProfile>> grown(List<ClientProfile> family, List<Rule.Leaf> counting) {
        ClientProfile more = family.isEmpty() ? ClientProfile.EMPTY : family.get(0);
        Set<Double> counts = PossibleNumberAnswers.apart(ClientAttribute.CHILDREN, counting);
        return counts.stream()
                .filter(count -> count > family.size() && count <= ClientAttribute.CHILDREN.most())
                .map(count -> Stream.concat(
                                family.stream(), Stream.generate(() -> more).limit(count.longValue() - family.size()))
                        .toList());
    }

    private Stream<List<ClientProfile>> filledIn(List<ClientProfile> children, Asked asked) {
        List<NnfRule> ofEach = ofEach(asked.rule()).toList();
        Map<ClientProfile, List<ClientProfile>> kindsOf = new HashMap<>();
        List<List<ClientProfile>> families = List.of(List.of());
        for (ClientProfile child : children) {
            List<ClientProfile> kinds = kindsOf.computeIfAbsent(child, known -> kinds(ofEach, asked, known));
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

package org.nowrongdoor.eligibility.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Condition;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;
import org.nowrongdoor.support.EligibilityForTests;

/** The contract written down a second time, as naively as it reads, says the same as the evaluator. */
class OraclePropertyTest {

    private final RuleEvaluator evaluation = new RuleEvaluator(EligibilityForTests.REGIONS);

    @Provide
    Arbitrary<ServiceTerms> services() {
        return RandomCases.plainServices();
    }

    @Provide
    Arbitrary<ClientProfile> clients() {
        return RandomCases.clients();
    }

    @Property(tries = 5000)
    void theEvaluatorFollowsTheContract(
            @ForAll("services") ServiceTerms terms, @ForAll("clients") ClientProfile client) {
        Rule rule = Objects.requireNonNull(terms.rule());
        boolean byIdentity = terms.takesTransPeopleByIdentity();
        assertEquals(
                Verdict.of(oracle(rule, client, byIdentity)),
                evaluation.verdict(terms, client),
                () -> RuleJsonMapper.write(rule).toString());
    }

    private static Kleene oracle(Rule rule, ClientProfile client, boolean byIdentity) {
        if (rule instanceof Rule.AllOf all) {
            return worst(all.rules().stream().map(part -> oracle(part, client, byIdentity)));
        }
        if (rule instanceof Rule.AnyOf any) {
            return any.rules().stream()
                    .map(part -> oracle(part, client, byIdentity))
                    .reduce(Kleene.FAILED, BinaryOperator.maxBy(Kleene::compareTo));
        }
        if (rule instanceof Rule.Not not) {
            return switch (oracle(not.rule(), client, byIdentity)) {
                case MET -> Kleene.FAILED;
                case FAILED -> Kleene.MET;
                case UNKNOWN -> Kleene.UNKNOWN;
            };
        }
        if (rule instanceof Rule.EveryChild every) {
            return client.answer(ClientAttribute.CHILDREN) instanceof Answer.Children children
                    ? worst(children.children().stream().map(child -> oracle(every.rule(), child, byIdentity)))
                    : Kleene.UNKNOWN;
        }
        return leaf((Rule.Leaf) rule, client, byIdentity);
    }

    private static Kleene worst(Stream<Kleene> outcomes) {
        return outcomes.reduce(Kleene.MET, BinaryOperator.minBy(Kleene::compareTo));
    }

    private static Kleene leaf(Rule.Leaf leaf, ClientProfile client, boolean byIdentity) {
        if (leaf.weight().isDiscretion() || leaf.weight().isAmbiguous()) {
            return Kleene.UNKNOWN;
        }
        Answer answer = client.answer(leaf.attribute());
        if (answer instanceof Answer.Amount amount && leaf.condition() instanceof Condition.Range range) {
            boolean tooLow = range.min() != null && amount.max() < range.min().doubleValue();
            boolean tooHigh = range.max() != null && amount.min() > range.max().doubleValue();
            boolean lowIn = range.min() == null || amount.min() >= range.min().doubleValue();
            boolean highIn = range.max() == null || amount.max() <= range.max().doubleValue();
            return tooLow || tooHigh ? Kleene.FAILED : lowIn && highIn ? Kleene.MET : Kleene.UNKNOWN;
        }
        if (answer instanceof Answer.Flag flag && leaf.condition() instanceof Condition.Is is) {
            return Kleene.of(flag.value() == is.value());
        }
        if (answer instanceof Answer.Words said && leaf.condition() instanceof Condition.OneOf in) {
            return in(in.words(), said.words(), byIdentity);
        }
        if (answer instanceof Answer.Words said && leaf.condition() instanceof Condition.NoneOf notIn) {
            return in(notIn.words(), said.words(), byIdentity).not();
        }
        return Kleene.UNKNOWN;
    }

    private static Kleene in(List<String> ruled, Set<String> said, boolean byIdentity) {
        if (said.stream().anyMatch(ruled::contains)) {
            return Kleene.MET;
        }
        boolean trans = (said.contains("trans_woman") && ruled.contains("woman"))
                || (said.contains("trans_man") && ruled.contains("man"));
        return !trans ? Kleene.FAILED : byIdentity ? Kleene.MET : Kleene.UNKNOWN;
    }
}

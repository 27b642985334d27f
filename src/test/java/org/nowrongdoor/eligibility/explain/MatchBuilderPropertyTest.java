package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nowrongdoor.eligibility.evaluate.Answer;
import org.nowrongdoor.eligibility.evaluate.Clauses;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.RandomCases;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.support.EligibilityForTests;

/** Whatever the rule, its explanation says what the verdict says. */
class MatchBuilderPropertyTest {

    private final RuleEvaluator evaluation = new RuleEvaluator(EligibilityForTests.REGIONS);
    private final MatchBuilder explanation = new MatchBuilder(EligibilityForTests.REGIONS);

    @Provide
    Arbitrary<ServiceTerms> services() {
        return RandomCases.services();
    }

    @Provide
    Arbitrary<ClientProfile> clients() {
        return RandomCases.clients();
    }

    @Property(tries = 2000)
    void theExplanationHasTheVerdictOfTheEvaluator(
            @ForAll("services") ServiceTerms terms, @ForAll("clients") ClientProfile client) {
        Match match = explanation.match(terms, client, Locale.ENGLISH);
        assertEquals(evaluation.verdict(terms, client), match.verdict());
        List<Kleene> outcomes =
                match.reasons().stream().map(Reason::outcome).distinct().toList();
        switch (match.verdict()) {
            case NOT_ELIGIBLE -> assertTrue(outcomes.contains(Kleene.FAILED) || isNobody(terms));
            case UNKNOWN -> assertTrue(outcomes.contains(Kleene.UNKNOWN) && !outcomes.contains(Kleene.FAILED));
            case ELIGIBLE -> assertTrue(outcomes.equals(List.of(Kleene.MET)) || outcomes.isEmpty());
        }
    }

    /** "Not nothing" asks of people what none can meet; no reason can be named for it. */
    private static boolean isNobody(ServiceTerms terms) {
        return Clauses.of(terms).stream().anyMatch(clause -> clause.literals().isEmpty());
    }

    @Property(tries = 1000)
    void askingForNothingThatTheClientRatherNotSays(
            @ForAll("services") ServiceTerms terms, @ForAll("clients") ClientProfile client) {
        explanation.match(terms, client, Locale.ENGLISH).questions().stream()
                .filter(question -> question.ask() == Question.Ask.CLIENT)
                .map(question -> ClientAttribute.find(question.attribute()).orElseThrow())
                .forEach(attribute -> assertTrue(!(client.answer(attribute) instanceof Answer.Withheld)));
    }
}

package org.nowrongdoor.eligibility.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;
import org.nowrongdoor.support.EligibilityForTests;

/** Clauses and the full evaluator agree on everybody. */
class ClausesPropertyTest {

    private final RuleEvaluator evaluation = new RuleEvaluator(EligibilityForTests.REGIONS);

    @Provide
    Arbitrary<List<ServiceTerms>> directories() {
        return RandomCases.services().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<ClientProfile> clients() {
        return RandomCases.clients();
    }

    @Property(tries = 3000)
    void aServiceIsNotEligibleExactlyWhenItCarriesAFailedClause(
            @ForAll("directories") List<ServiceTerms> services, @ForAll("clients") ClientProfile client) {
        ClauseDictionary dictionary = new ClauseDictionary(EligibilityForTests.REGIONS);
        services.forEach(terms -> dictionary.learn(Clauses.of(terms)));
        List<String> failed = dictionary.failed(client);
        for (ServiceTerms terms : services) {
            boolean carriesFailed = Clauses.of(terms).stream().anyMatch(clause -> failed.contains(clause.key()));
            assertEquals(
                    evaluation.verdict(terms, client) == Verdict.NOT_ELIGIBLE,
                    carriesFailed,
                    () -> RuleJsonMapper.write(terms.rule() == null ? new Rule.AllOf(List.of()) : terms.rule())
                            .toString());
        }
    }

    @Property(tries = 500)
    void clausesStayWithinTheirBounds(@ForAll("directories") List<ServiceTerms> services) {
        for (ServiceTerms terms : services) {
            List<Clause> clauses = Clauses.of(terms);
            assertTrue(clauses.size() <= Clauses.MOST_CLAUSES);
            assertTrue(clauses.stream()
                            .mapToInt(clause -> clause.literals().size())
                            .sum()
                    <= Clauses.MOST_LITERALS);
        }
    }
}

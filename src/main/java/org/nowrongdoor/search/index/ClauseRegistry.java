package org.nowrongdoor.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.Clause;
import org.nowrongdoor.eligibility.evaluate.ClauseDictionary;
import org.nowrongdoor.eligibility.evaluate.Clauses;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;

/** The clauses of all rules in the index, by their keys. */
@Singleton
public class ClauseRegistry {

    private final ClauseDictionary dictionary;

    ClauseRegistry(RegionContainment regions) {
        dictionary = new ClauseDictionary(regions);
    }

    /** Adds the clauses of a rule and returns their keys. */
    List<String> learn(@Nullable JsonNode rule, Map<String, JsonNode> facts) {
        var clauses = Clauses.of(terms(rule, facts));
        dictionary.learn(clauses);
        return clauses.stream().map(Clause::key).toList();
    }

    /** Keys of the clauses that a client fails for certain. */
    public Set<String> failed(ClientProfile client) {
        return Set.copyOf(dictionary.failed(client));
    }

    /** The rule and the facts of a service, as they are evaluated. */
    public static ServiceTerms terms(@Nullable JsonNode rule, Map<String, JsonNode> facts) {
        Map<FactCode, String> known = new EnumMap<>(FactCode.class);
        facts.forEach((code, value) -> FactCode.find(code).ifPresent(fact -> known.put(fact, value.asText())));
        return new ServiceTerms(rule == null || rule.isNull() ? null : RuleJsonMapper.read(rule), known);
    }
}

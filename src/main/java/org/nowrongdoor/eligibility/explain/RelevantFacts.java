package org.nowrongdoor.eligibility.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.LeafEvaluator;
import org.nowrongdoor.eligibility.evaluate.LeafResult;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.eligibility.rule.Rule;

/** Finds the facts that a service has not stated although they matter to what a client said. */
public final class RelevantFacts {

    private static final List<FactCode> TOUCHABLE = Stream.of(FactCode.values())
            .filter(code -> !code.entry().touchedBy().isEmpty())
            .toList();

    private final LeafEvaluator matching;

    public RelevantFacts(RegionContainment regions) {
        matching = new LeafEvaluator(regions);
    }

    /**
     * A fact that is unknown and touches what the client said.
     *
     * @param attribute what they said that it touches: no ID, and nobody knows whether ID is required
     */
    public record TouchedFact(FactCode code, ClientAttribute attribute) {}

    /** The facts to ask the provider for; what the rule already speaks of is left to the rule. */
    public List<TouchedFact> of(ServiceTerms terms, ClientProfile client) {
        List<TouchedFact> touched = new ArrayList<>();
        if (!client.saysNothing()) {
            for (FactCode code : TOUCHABLE) {
                if (terms.isUnknown(code)) {
                    touching(code, terms, client).ifPresent(touched::add);
                }
            }
        }
        return touched;
    }

    private Optional<TouchedFact> touching(FactCode code, ServiceTerms terms, ClientProfile client) {
        for (Rule.Leaf leaf : code.entry().touchedBy()) {
            if (!terms.rules(leaf.attribute()) && matching.of(leaf, client, false) == LeafResult.MET) {
                return Optional.of(new TouchedFact(code, leaf.attribute()));
            }
        }
        return Optional.empty();
    }
}

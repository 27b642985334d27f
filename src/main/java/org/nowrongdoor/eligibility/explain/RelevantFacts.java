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

/** Finds facts that a service has not stated although they matter to what the client said. */
public final class RelevantFacts {

    private static final List<FactCode> TOUCHABLE = Stream.of(FactCode.values())
            .filter(code -> !code.entry().touchedBy().isEmpty())
            .toList();

    private final LeafEvaluator matching;

    public RelevantFacts(RegionContainment regions) {
        matching = new LeafEvaluator(regions);
    }

    /** An unknown fact that matters to what the client said.
     *  @param attribute what the client said that it concerns: {@code id} where it is unknown whether ID is required */
    public record TouchedFact(FactCode code, ClientAttribute attribute) {}

    /** The facts to ask the provider about, without those on attributes that the rule already tests. */
    public List<TouchedFact> of(ServiceTerms terms, ClientProfile client) {
        var touched = new ArrayList<TouchedFact>();
        if (!client.saysNothing()) {
            for (var code : TOUCHABLE) {
                if (terms.isUnknown(code)) {
                    touching(code, terms, client).ifPresent(touched::add);
                }
            }
        }
        return touched;
    }

    /** Whether a fact matters to what the client said, known or not. */
    public boolean matters(FactCode code, ClientProfile client) {
        return code.entry().touchedBy().stream().anyMatch(leaf -> matching.of(leaf, client, false) == LeafResult.MET);
    }

    private Optional<TouchedFact> touching(FactCode code, ServiceTerms terms, ClientProfile client) {
        for (var leaf : code.entry().touchedBy()) {
            if (!terms.rules(leaf.attribute()) && matching.of(leaf, client, false) == LeafResult.MET) {
                return Optional.of(new TouchedFact(code, leaf.attribute()));
            }
        }
        return Optional.empty();
    }
}

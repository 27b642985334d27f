package org.nowrongdoor.eligibility;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the facts that a service has not stated although they matter to what a client said. */
public final class TouchedFacts {

    private final Matching matching;

    public TouchedFacts(Regions regions) {
        matching = new Matching(regions);
    }

    /**
     * A fact that is unknown and touches what the client said.
     *
     * @param attribute what they said that it touches: no ID, and nobody knows whether ID is required
     */
    public record TouchedFact(FactCode code, Attribute attribute) {}

    /** The facts to ask the provider for; what the rule already speaks of is left to the rule. */
    public List<TouchedFact> of(ServiceTerms terms, ClientProfile client) {
        if (client.saysNothing()) {
            return List.of();
        }
        Rule rule = terms.rule();
        Set<Attribute> ruled = rule == null ? Set.of() : Signed.of(rule).attributes();
        return Arrays.stream(FactCode.values())
                .filter(terms::isUnknown)
                .flatMap(code -> touching(code, client, ruled).stream())
                .toList();
    }

    private Optional<TouchedFact> touching(FactCode code, ClientProfile client, Set<Attribute> ruled) {
        return code.entry().touchedBy().stream()
                .filter(leaf -> !ruled.contains(leaf.attribute()))
                .filter(leaf -> matching.of(leaf, client, false) == Finding.MET)
                .findFirst()
                .map(leaf -> new TouchedFact(code, leaf.attribute()));
    }
}

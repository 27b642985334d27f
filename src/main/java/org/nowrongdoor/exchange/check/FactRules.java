package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nowrongdoor.directory.StatedTerms;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.problem.NearestName;

/** Facts have codes and values that the catalogue lists. */
final class FactRules {

    private final StatedTerms terms;

    FactRules(StatedTerms terms) {
        this.terms = terms;
    }

    void check(JsonNode facts, JsonPath place, Findings findings) {
        for (var fact : facts.properties()) {
            var code = fact.getKey();
            if (!terms.factCodes().contains(code)) {
                findings.fault(
                        place.at(code),
                        null,
                        "is not a known fact"
                                + NearestName.nearest(code, terms.factCodes())
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse(""));
                continue;
            }
            value(code, fact.getValue(), place.at(code), findings);
            int i = 0;
            for (var statement : fact.getValue().path("statements")) {
                value(code, statement, place.at(code).at("statements").at(i++), findings);
            }
        }
    }

    private void value(String code, JsonNode stated, JsonPath place, Findings findings) {
        if (stated instanceof ObjectNode && stated.has("value")) {
            terms.factFault(code, stated.get("value"))
                    .ifPresent(bound -> findings.fault(
                            place.at("value"), stated.get("value").toString(), bound));
        }
    }
}

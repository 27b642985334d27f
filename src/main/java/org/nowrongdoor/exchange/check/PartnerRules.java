package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;

/** What must hold between the partners of an organisation. */
final class PartnerRules {

    // 50: four times the longest list of partners in our sources.
    private static final int MOST = 50;
    private static final int MOST_CHARACTERS = 2_000;
    private static final String FUNDED_BY = "funded_by";
    private static final Map<String, List<String>> PURPOSES = Map.of(
            "law_enforcement",
                    List.of(
                            "immigration_certification",
                            "client_requested_report",
                            "task_force",
                            "co_location",
                            "funding",
                            "operations"),
            "offers", List.of("space", "training", "funding"));

    private PartnerRules() {}

    static void check(ObjectNode organization, JsonPath place, Findings findings) {
        var partners = organization.path("partners");
        var list = place.at("partners");
        if (partners.size() > MOST) {
            findings.fault(list, Integer.toString(partners.size()), "must have at most " + MOST + " partners");
            return;
        }
        var own = JsonMembers.id(organization, "id");
        var told = new HashSet<List<String>>();
        int i = 0;
        for (var partner : partners) {
            var at = list.at(i++);
            var other = partner.path("organization_id").asText();
            if (own != null && other.equals(own.toString())) {
                findings.fault(at.at("organization_id"), other, "must be another organization, not this one");
            }
            var key = List.of(
                    other,
                    partner.path("relation").asText(),
                    partner.path("purpose").asText());
            if (!told.add(key)) {
                findings.fault(
                        at, null, "says the same as an entry before it: give each partner, relation and purpose once");
            }
            texts(partner, at, findings);
        }
    }

    private static void texts(JsonNode partner, JsonPath place, Findings findings) {
        var relation = partner.path("relation").asText();
        var purposes = PURPOSES.get(relation);
        var purpose = partner.path("purpose").textValue();
        if (purposes != null && purpose != null && !purposes.contains(purpose)) {
            findings.fault(place.at("purpose"), purpose, "must be one of " + String.join(", ", purposes));
        }
        if (partner.has("limits") && !relation.equals(FUNDED_BY)) {
            findings.fault(place.at("limits"), null, "is for the relation funded_by alone: leave it out");
        }
        for (var name : List.of("as_stated", "limits")) {
            int length = partner.path(name).asText().length();
            if (length > MOST_CHARACTERS) {
                findings.fault(
                        place.at(name), length + " characters", "must have at most " + MOST_CHARACTERS + " characters");
            }
        }
        if (!partner.has("source_url")) {
            findings.warning(place.at("source_url"), null, "is missing: say where this was read");
        }
    }
}

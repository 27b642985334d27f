package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.KnownTerm;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.problem.NearestName;

/** Gives the terms that a record names their id, name and description, and collects those that are new here. */
public final class AttributeTerms {

    private final KnownTerms known;
    private final List<ObjectNode> fresh = new ArrayList<>();

    public AttributeTerms(KnownTerms known) {
        this.known = known;
    }

    /** Terms that came whole and with an id of their own. */
    public List<ObjectNode> fresh() {
        return fresh;
    }

    /** Completes the term of an attribute, or finds that there is no such term. */
    void complete(ObjectNode attribute, JsonPath place, Findings findings) {
        if (attribute.get("taxonomy_term") instanceof ObjectNode term) {
            completeNested(term, place.at("taxonomy_term"), findings);
            return;
        }
        var id = JsonMembers.id(attribute, "taxonomy_term_id");
        if (id != null && known.find(id) == null) {
            findings.fault(
                    place.at("taxonomy_term_id"), id.toString(), "must be the id of a term; nest the term to add it");
        }
    }

    private void completeNested(ObjectNode term, JsonPath place, Findings findings) {
        var id = JsonMembers.id(term, "id");
        var code = JsonMembers.text(term, "code");
        var found = id != null
                ? known.find(id)
                : code == null ? null : known.find(code, JsonMembers.text(term, "taxonomy"));
        if (found != null) {
            fill(term, found);
        } else if (id != null && term.hasNonNull("name") && term.hasNonNull("description")) {
            fresh.add(term);
        } else if (code == null) {
            findings.fault(place, null, "must have the code of a known term. A new one has id, name and description.");
        } else {
            findings.fault(place.at("code"), code, "must be the code of a term" + hint(code));
        }
    }

    private String hint(String code) {
        return NearestName.nearest(code, known.codes())
                .map(near -> "; the nearest is " + near)
                .orElse("; GET /taxonomy_terms lists them");
    }

    /** What the taxonomy says of a term counts, whatever a record wrote of it. */
    private static void fill(ObjectNode term, KnownTerm known) {
        term.put("id", known.id().toString());
        term.put("name", known.name());
        term.put("description", known.description());
        if (known.code().equals(known.id().toString())) {
            term.remove("code");
        } else {
            term.put("code", known.code());
        }
    }
}

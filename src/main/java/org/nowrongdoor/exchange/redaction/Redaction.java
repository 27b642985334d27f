package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Draft;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.Form;
import org.nowrongdoor.exchange.row.Json;
import org.nowrongdoor.exchange.row.Place;
import org.nowrongdoor.storage.ChangedEntity;

/** Drops from a record whatever its policy does not let be told, before anything of it is stored. */
public final class Redaction {

    private static final List<String> OF_A_PLACE = List.of(
            "addresses",
            "latitude",
            "longitude",
            "transportation",
            "external_identifier",
            "external_identifier_type",
            "description",
            "url",
            "metadata");
    private static final List<String> OF_ACCESSIBILITY = List.of("description", "details", "url", "metadata");

    private final ServiceAreas areas;
    private final Findings findings;

    public Redaction(ServiceAreas areas, Findings findings) {
        this.areas = areas;
        this.findings = findings;
    }

    /** Redacts a record.
     *  @param policy how strict; PUBLIC cuts only pieces of addresses that are known to be withheld */
    void redact(Draft draft, LocationPolicy policy, Fragments fragments) {
        var strict = policy != LocationPolicy.PUBLIC;
        if (strict && draft.entity() == ChangedEntity.LOCATION) {
            place(draft);
        }
        if (strict) {
            areas.widen(draft, policy, findings);
        }
        if (strict || !fragments.isEmpty()) {
            new TextCutter(fragments, strict, findings).cut(Form.of(draft.entity()), draft.body(), draft.place());
        }
    }

    private void place(Draft draft) {
        drop(draft.body(), OF_A_PLACE, draft.place());
        int i = 0;
        for (var accessibility : Json.records(draft.body(), "accessibility")) {
            drop(
                    accessibility,
                    OF_ACCESSIBILITY,
                    draft.place().at("accessibility").at(i++));
        }
    }

    private void drop(ObjectNode record, List<String> members, Place place) {
        for (var member : members) {
            if (record.remove(member) != null) {
                findings.redacted(place.at(member), "it tells where a place is that is not public");
            }
        }
    }
}

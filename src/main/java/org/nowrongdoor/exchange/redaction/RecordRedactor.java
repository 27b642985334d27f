package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.storage.ChangedEntity;

/** Drops from a record whatever its policy does not let be told, before anything of it is stored. */
public final class RecordRedactor {

    private static final List<String> OF_A_PLACE = List.of(
            "name",
            "alternate_name",
            "addresses",
            "latitude",
            "longitude",
            "transportation",
            "external_identifier",
            "external_identifier_type",
            "description",
            "url",
            "contacts",
            "attributes",
            "metadata");
    private static final List<String> OF_ACCESSIBILITY = List.of("description", "details", "url", "metadata");

    private final ServiceAreaResolver areas;
    private final Findings findings;

    public RecordRedactor(ServiceAreaResolver areas, Findings findings) {
        this.areas = areas;
        this.findings = findings;
    }

    /** Redacts a record.
     *  @param policy how strict; PUBLIC cuts only pieces of addresses that are known to be withheld */
    void redact(PendingRow draft, LocationPolicy policy, KnownAddress fragments) {
        var strict = policy != LocationPolicy.PUBLIC;
        if (strict && draft.entity() == ChangedEntity.LOCATION) {
            place(draft);
        }
        if (strict) {
            areas.widen(draft, policy, findings);
        }
        if (strict || !fragments.isEmpty()) {
            new TextRedactor(fragments, strict, findings)
                    .cut(RecordSchema.of(draft.entity()), draft.body(), draft.place());
        }
    }

    private void place(PendingRow draft) {
        drop(draft.body(), OF_A_PLACE, draft.place());
        int i = 0;
        for (var accessibility : JsonMembers.records(draft.body(), "accessibility")) {
            drop(
                    accessibility,
                    OF_ACCESSIBILITY,
                    draft.place().at("accessibility").at(i++));
        }
    }

    private void drop(ObjectNode record, List<String> members, JsonPath place) {
        for (var member : members) {
            if (record.remove(member) != null) {
                findings.redacted(place.at(member), "it tells where a place is that is not public");
            }
        }
    }
}

package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.storage.ChangedEntity;

/** Drops from a record whatever its policy does not let be told, before anything of it is stored. */
public final class RecordRedactor {

    private final ServiceAreaResolver areas;
    private final Findings findings;

    public RecordRedactor(ServiceAreaResolver areas, Findings findings) {
        this.areas = areas;
        this.findings = findings;
    }

    /** Redacts a record.
     *  @param policy how strict; PUBLIC cuts only pieces of addresses that are known to be withheld */
    void redact(PendingRow draft, LocationPolicy policy, KnownAddress fragments, LinkRule links) {
        var strict = policy != LocationPolicy.PUBLIC;
        if (strict && draft.entity() == ChangedEntity.LOCATION) {
            new LocationReducer(findings).reduce(draft.body(), policy, draft.place());
        }
        if (strict) {
            areas.widen(draft, policy, findings);
        }
        if (strict || !fragments.isEmpty()) {
            var texts =
                    strict ? new TextRedactor(fragments, links, findings) : new TextRedactor(fragments, null, findings);
            texts.cut(RecordSchema.of(draft.entity()), draft.body(), draft.place());
        }
        if (!strict && draft.entity() == ChangedEntity.ORGANIZATION) {
            partners(draft, new TextRedactor(fragments, links, findings));
        }
    }

    /** What is said of a partner never tells where it is: the partner may have a place that is not public, and an answer
     *  must not differ by that. */
    private static void partners(PendingRow draft, TextRedactor texts) {
        var place = draft.place().at("partners");
        int i = 0;
        for (var partner : draft.body().path("partners")) {
            if (partner instanceof ObjectNode entry) {
                texts.cut(RecordSchema.of(OrganizationRecord.Partner.class), entry, place.at(i));
            }
            i++;
        }
    }
}

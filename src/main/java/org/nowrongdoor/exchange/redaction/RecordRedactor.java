package org.nowrongdoor.exchange.redaction;

import org.nowrongdoor.directory.record.LocationPolicy;
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
    }
}

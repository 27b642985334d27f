package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import java.util.List;
import org.nowrongdoor.exchange.check.DeclinedListingRepository;
import org.nowrongdoor.exchange.intake.RowWriter;
import org.nowrongdoor.exchange.intake.SeenVersions;
import org.nowrongdoor.exchange.redaction.RedactionCascade.Loaders;
import org.nowrongdoor.exchange.redaction.RemovalCascade;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RelatedRowLoader;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes records away; nothing that others still need. */
@Singleton
class RecordRemover {

    private final NeededRecordChecker needed;
    private final RowLoader rows;
    private final RelatedRowLoader related;
    private final RowWriter upsert;
    private final DeclinedListingRepository declined;

    // Five: what refuses, what is read, what is near, what is written, told and remembered.
    RecordRemover(
            NeededRecordChecker needed,
            RowLoader rows,
            RelatedRowLoader related,
            RowWriter upsert,
            DeclinedListingRepository declined) {
        this.needed = needed;
        this.rows = rows;
        this.related = related;
        this.upsert = upsert;
        this.declined = declined;
    }

    /** Removes a service in the caller's transaction, and keeps it from coming back. */
    Findings decline(EditRequest edit, SeenVersions seen) {
        declined.add(edit.id());
        return remove(edit, seen);
    }

    /** Removes a record in the caller's transaction.
     *  @param seen what its editor has seen
     *  @return what else was changed or removed
     *  @see NeededRecordChecker */
    Findings remove(EditRequest edit, SeenVersions seen) {
        needed.check(edit);
        var stored = rows.load(List.of(PendingRow.lookup(edit.entity(), edit.id())));
        seen.check(stored);
        var findings = new Findings();
        var held = stored.find(edit.entity(), edit.id());
        if (held == null) {
            return findings;
        }
        var gone = new RemovalCascade(stored, new Loaders(rows, related), findings).remove(held);
        upsert.write(stored, edit.actor());
        gone.stream()
                .filter(row -> row.entity == ChangedEntity.LOCATION && row != held)
                .forEach(row -> findings.alsoChanged("/locations/" + row.id));
        return findings;
    }
}

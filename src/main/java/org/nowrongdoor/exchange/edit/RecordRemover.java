package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.exchange.check.DeclinedListingRepository;
import org.nowrongdoor.exchange.intake.RowWriter;
import org.nowrongdoor.exchange.intake.SeenVersions;
import org.nowrongdoor.exchange.redaction.RedactionCascade.Loaders;
import org.nowrongdoor.exchange.redaction.RemovalCascade;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RelatedRowLoader;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes records away; nothing that others still need. */
@Singleton
class RecordRemover {

    private final EntityManager entities;
    private final RowLoader rows;
    private final RelatedRowLoader related;
    private final RowWriter upsert;
    private final DeclinedListingRepository declined;

    // Six: what refuses, what is read, what is near, what is written, told and remembered.
    RecordRemover(
            EntityManager entities,
            RowLoader rows,
            RelatedRowLoader related,
            RowWriter upsert,
            DeclinedListingRepository declined) {
        this.entities = entities;
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
     *  @throws ProblemException CONFLICT when others belong to it */
    Findings remove(EditRequest edit, SeenVersions seen) {
        refuseWhileNeeded(edit);
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

    private void refuseWhileNeeded(EditRequest edit) {
        switch (edit.entity()) {
            case ORGANIZATION -> {
                refuse(edit.id(), "select count(*) from service where organization_id = ?", "services belong to it");
                refuse(edit.id(), "select count(*) from location where organization_id = ?", "locations belong to it");
            }
            case TAXONOMY_TERM -> {
                refuse(edit.id(), "select count(*) from service where term_ids @> array[?]", "services carry it");
                refuse(edit.id(), "select count(*) from taxonomy_term where parent_id = ?", "terms lie under it");
            }
            default -> {}
        }
    }

    private void refuse(UUID id, String sql, String what) {
        var count = new long[1];
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    count[0] = rows.getLong(1);
                }
            }
        });
        if (count[0] > 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, count[0] + " " + what + ": delete or move them first");
        }
    }
}

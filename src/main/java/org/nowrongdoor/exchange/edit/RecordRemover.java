package org.nowrongdoor.exchange.edit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.exchange.check.DeclinedListingRepository;
import org.nowrongdoor.exchange.intake.RowWriter;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.NewChange;

/** Takes records away; nothing that others still need. */
@Singleton
class RecordRemover {

    private final EntityManager entities;
    private final RowLoader rows;
    private final RowWriter upsert;
    private final ChangeLog changes;
    private final DeclinedListingRepository declined;

    RecordRemover(
            EntityManager entities,
            RowLoader rows,
            RowWriter upsert,
            ChangeLog changes,
            DeclinedListingRepository declined) {
        this.entities = entities;
        this.rows = rows;
        this.upsert = upsert;
        this.changes = changes;
        this.declined = declined;
    }

    /** Removes a service in the caller's transaction, and keeps it from coming back. */
    void decline(EditRequest edit) {
        declined.add(edit.id());
        remove(edit);
    }

    /** Removes a record in the caller's transaction.
     *  @throws ProblemException CONFLICT when others belong to it */
    void remove(EditRequest edit) {
        refuseWhileNeeded(edit);
        var stored = rows.load(List.of(PendingRow.lookup(edit.entity(), edit.id())));
        var pairs = new ArrayList<TrackedRow>();
        if (edit.entity() == ChangedEntity.SERVICE) {
            pairs.addAll(stored.placesOf(edit.id()));
        } else if (edit.entity() == ChangedEntity.LOCATION) {
            pairs.addAll(stored.servicesAt(edit.id()));
        }
        pairs.forEach(pair -> pair.deleted = true);
        var held = stored.find(edit.entity(), edit.id());
        if (held != null) {
            held.deleted = true;
        }
        upsert.write(stored, edit.actor());
        if (edit.entity() == ChangedEntity.LOCATION) {
            changes.append(pairs.stream()
                    .map(pair -> pair.now.owners().service())
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(service -> new NewChange(ChangedEntity.SERVICE, service, ChangeKind.UPSERT))
                    .toList());
        }
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

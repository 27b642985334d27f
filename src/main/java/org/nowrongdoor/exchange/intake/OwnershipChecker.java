package org.nowrongdoor.exchange.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.redaction.PolicyResolver;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.ParentIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Keeps an edit or an import within the reach of its sender. A record of others may stand nested in an own one as it is
 *  read, and nothing of it changes. */
final class OwnershipChecker {

    private static final String REMEDY = "; a key of that organisation or one without organisation changes it";

    private final UnitOfWork stored;
    private final RowLoader rows;
    private final Reach reach;

    OwnershipChecker(UnitOfWork stored, RowLoader rows, Reach reach) {
        this.stored = stored;
        this.rows = rows;
        this.reach = reach;
    }

    /** The drafts with an owner where a new record names none. */
    List<PendingRow> adopt(List<PendingRow> drafts) {
        return reach.isAcross()
                ? drafts
                : drafts.stream()
                        .map(draft -> isOwnable(draft) ? owned(draft) : draft)
                        .toList();
    }

    private boolean isOwnable(PendingRow draft) {
        return (draft.entity() == ChangedEntity.SERVICE || draft.entity() == ChangedEntity.LOCATION)
                && stored.find(draft.entity(), draft.id()) == null;
    }

    private PendingRow owned(PendingRow draft) {
        return draft.with(ParentIds.organization(reach.ownerOr(draft.owners().organization())));
    }

    /** Finds what is not the sender's to write.
     *  @param drafts as they are to be stored */
    void check(List<PendingRow> drafts, Findings findings) {
        if (reach.isAcross()) {
            return;
        }
        for (var draft : drafts) {
            var held = stored.find(draft.entity(), draft.id());
            if (draft.nested() && held != null && isSame(draft, held)) {
                continue;
            }
            if (held != null && !isOwn(held)) {
                findings.foreign(draft.place().at("id"), "names a record that is not of your organisation" + REMEDY);
                continue;
            }
            switch (draft.entity()) {
                case ORGANIZATION -> {
                    if (!reach.covers(draft.id())) {
                        findings.foreign(draft.place().at("id"), "must be the organisation of your key" + REMEDY);
                    }
                }
                case SERVICE, LOCATION -> owner(draft, held, findings);
                case SERVICE_AT_LOCATION -> ends(draft, held, drafts, findings);
                case TAXONOMY, TAXONOMY_TERM ->
                    findings.foreign(
                            draft.place(),
                            "is a term that all organisations share, and not known. A key without organisation"
                                    + " adds it.");
            }
        }
    }

    /** Whether a stored record is the sender's. A location that names no organisation is of those whose services alone are
     *  given there. */
    boolean isOwn(TrackedRow held) {
        return switch (held.entity) {
            case ORGANIZATION -> reach.covers(held.id);
            case SERVICE -> reach.covers(held.now.owners().organization());
            case LOCATION -> reach.covers(locationOwner(held));
            case SERVICE_AT_LOCATION -> isOwnService(held.now.owners().service());
            case TAXONOMY, TAXONOMY_TERM -> reach.isAcross();
        };
    }

    private @Nullable UUID locationOwner(TrackedRow location) {
        var named = location.now.owners().organization();
        if (named != null || reach.isAcross()) {
            return named;
        }
        rows.loadServicesAt(stored, location.id);
        var services = stored.servicesAt(location.id);
        var isAllOwn = !services.isEmpty()
                && services.stream()
                        .allMatch(pair -> isOwnService(pair.now.owners().service()));
        return isAllOwn ? reach.organizationId() : null;
    }

    private boolean isOwnService(@Nullable UUID id) {
        var service = id == null ? null : stored.find(ChangedEntity.SERVICE, id);
        return service != null && isOwn(service);
    }

    private void owner(PendingRow draft, @Nullable TrackedRow held, Findings findings) {
        var before = held == null ? null : held.now.owners().organization();
        var after = draft.owners().organization();
        if (!reach.covers(after) && !(held != null && Objects.equals(before, after))) {
            findings.foreign(
                    draft.place().at("organization_id"),
                    "must stay the organisation of your key. Only a key without organisation gives a record to"
                            + " another.");
        } else if (held != null && !Objects.equals(before, after)) {
            findings.foreign(
                    draft.place().at("organization_id"), "cannot be changed with a key of an organisation" + REMEDY);
        }
    }

    /** A service is given at locations of its own organisation: a stricter policy of it would take the address of others. */
    private void ends(PendingRow draft, @Nullable TrackedRow held, List<PendingRow> drafts, Findings findings) {
        var ends = draft.owners();
        if (!isOwnService(ends.service()) && !isNew(ChangedEntity.SERVICE, ends.service(), drafts)) {
            findings.foreign(
                    draft.place().at("service_id"), "names a service that is not of your organisation" + REMEDY);
        }
        if (held != null && held.now.owners().equals(ends)) {
            return;
        }
        var location = ends.location() == null ? null : stored.find(ChangedEntity.LOCATION, ends.location());
        if (location == null ? !isNew(ChangedEntity.LOCATION, ends.location(), drafts) : !isOwn(location)) {
            findings.foreign(
                    draft.place().at("location_id"),
                    "names a location that is not of your organisation. A key without organisation gives a"
                            + " service there.");
        }
    }

    private boolean isNew(ChangedEntity entity, @Nullable UUID id, List<PendingRow> drafts) {
        return drafts.stream()
                .anyMatch(draft -> draft.entity() == entity
                        && draft.id().equals(id)
                        && reach.covers(draft.owners().organization()));
    }

    private static boolean isSame(PendingRow draft, TrackedRow held) {
        var stated = PolicyResolver.stated(draft.body());
        var now = draft.body().deepCopy();
        var before = held.now.body().deepCopy();
        now.remove("location_policy");
        before.remove("location_policy");
        return draft.owners().equals(held.now.owners())
                && now.equals(before)
                && (stated == null || stated.compareTo(held.now.policy()) <= 0);
    }
}

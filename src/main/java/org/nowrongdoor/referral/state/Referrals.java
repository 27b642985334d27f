package org.nowrongdoor.referral.state;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.http.record.Slice;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.AdvisoryLock;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** The referrals and their events in the store. Every method joins the caller's transaction. */
@Singleton
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {

    private static final List<ReferralState> WAITING =
            List.of(ReferralState.DRAFT, ReferralState.REQUESTED, ReferralState.RECEIVED);

    private static final String WAITS = "select id from referral where status in ('draft', 'requested', 'received') ";

    private final ReferralEventRepository events;
    private final JdbcReader rows;
    private final AuditLog audit;

    Referrals(ReferralEventRepository events, JdbcReader rows, AuditLog audit) {
        this.events = events;
        this.rows = rows;
        this.audit = audit;
    }

    public void add(Referral referral, ReferralEvent first) {
        persist(referral);
        add(first);
    }

    public void add(ReferralEvent event) {
        events.persist(event);
        if (!event.actor.equals(Actor.CLOCK.actor())) {
            var action = event.kind.equals("moved") ? event.toStatus.wire() : event.kind;
            audit.record(event.actor, action, "referral", event.referralId.toString());
        }
    }

    /** A referral that a viewer may see.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one that is another's */
    public Referral get(UUID id, Viewer viewer) {
        return find("id = :id and " + viewer.condition(), and(viewer.values(), Map.of("id", id)))
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "no referral has this id"));
    }

    public Optional<Referral> find(UUID id) {
        return findByIdOptional(id);
    }

    public Optional<Referral> findByCode(byte[] digest) {
        return find("codeDigest", (Object) digest).firstResultOptional();
    }

    public Optional<Referral> findByLink(byte[] digest) {
        return find("linkDigest", (Object) digest).firstResultOptional();
    }

    /** Keeps everybody else from moving a referral until the transaction ends, and reads it again. */
    public void lock(Referral referral) {
        getEntityManager().refresh(referral, LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Referral> list(ReferralFilter filter, Viewer viewer, Slice slice) {
        // Within what an int holds, whatever the page that is asked for.
        int first = (int) Math.min(slice.offset(), Integer.MAX_VALUE - slice.limit());
        return find(
                        viewer.condition() + filter.condition(),
                        Sort.descending("createdAt").and("id"),
                        and(viewer.values(), filter.values()))
                .range(first, first + slice.limit() - 1)
                .list();
    }

    public long count(ReferralFilter filter, Viewer viewer) {
        return count(viewer.condition() + filter.condition(), and(viewer.values(), filter.values()));
    }

    public List<ReferralEvent> events(UUID referralId) {
        return events.listOf(referralId);
    }

    /** How many wait for a service's answer. Others who would send one there wait until this transaction ends. */
    public List<Referral> listWaitingAt(UUID serviceId) {
        AdvisoryLock.REFERRALS_TO.lockInTransaction(getEntityManager(), serviceId.toString());
        return list("serviceId = ?1 and status in ?2", serviceId, WAITING);
    }

    /** Those that no one has answered in time, the oldest first. */
    public List<UUID> listOverdue(Instant now, int most) {
        return waiting(SqlBuilder.of(WAITS + "and respond_by <= ?", now), most);
    }

    /** Those of which half the time since the last move has passed and no one was reminded. */
    public List<UUID> listToRemind(Instant now, int most) {
        return waiting(
                SqlBuilder.of(
                        WAITS + "and reminded_at is null and respond_by > ?"
                                + " and updated_at + (respond_by - updated_at) / 2 <= ?",
                        now,
                        now),
                most);
    }

    // In SQL: the arithmetic of times is the database's, and ids are all that is wanted.
    private List<UUID> waiting(SqlBuilder query, int most) {
        return rows.list(query.add("order by respond_by limit ?", most), row -> row.getObject(1, UUID.class));
    }

    private static Map<String, Object> and(Map<String, Object> values, Map<String, Object> others) {
        var all = new HashMap<>(values);
        all.putAll(others);
        return all;
    }
}

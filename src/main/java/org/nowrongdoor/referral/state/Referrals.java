package org.nowrongdoor.referral.state;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
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
public class Referrals {

    private static final List<ReferralState> WAITING =
            List.of(ReferralState.DRAFT, ReferralState.REQUESTED, ReferralState.RECEIVED);

    private static final String WAITS = "select id from referral where status in ('draft', 'requested', 'received') ";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final AuditLog audit;

    Referrals(EntityManager entities, JdbcReader rows, AuditLog audit) {
        this.entities = entities;
        this.rows = rows;
        this.audit = audit;
    }

    public void add(Referral referral, ReferralEvent first) {
        entities.persist(referral);
        add(first);
    }

    public void add(ReferralEvent event) {
        entities.persist(event);
        if (!event.actor.equals(Actor.CLOCK.actor())) {
            var action = event.kind.equals("moved") ? event.toStatus.wire() : event.kind;
            audit.record(event.actor, action, "referral", event.referralId.toString());
        }
    }

    /** A referral that a viewer may see.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one that is another's */
    public Referral get(UUID id, Viewer viewer) {
        return bound(
                        entities.createQuery(
                                "from Referral r where r.id = :id and " + viewer.condition(), Referral.class),
                        viewer)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "no referral has this id"));
    }

    public Optional<Referral> find(UUID id) {
        return Optional.ofNullable(entities.find(Referral.class, id));
    }

    public Optional<Referral> findByCode(byte[] digest) {
        return entities.createQuery("from Referral r where r.codeDigest = :digest", Referral.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    public Optional<Referral> findByLink(byte[] digest) {
        return entities.createQuery("from Referral r where r.linkDigest = :digest", Referral.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    /** Keeps everybody else from moving a referral until the transaction ends, and reads it again. */
    public void lock(Referral referral) {
        entities.refresh(referral, LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Referral> list(ReferralFilter filter, Viewer viewer, Slice slice) {
        return filter.bound(bound(
                        entities.createQuery(
                                "from Referral r where " + viewer.condition() + filter.condition()
                                        + " order by r.createdAt desc, r.id",
                                Referral.class),
                        viewer))
                .setFirstResult((int) Math.min(slice.offset(), Integer.MAX_VALUE))
                .setMaxResults(slice.limit())
                .getResultList();
    }

    public long count(ReferralFilter filter, Viewer viewer) {
        return filter.bound(bound(
                        entities.createQuery(
                                "select count(*) from Referral r where " + viewer.condition() + filter.condition(),
                                Long.class),
                        viewer))
                .getSingleResult();
    }

    public List<ReferralEvent> events(UUID referralId) {
        return entities.createQuery("from ReferralEvent e where e.referralId = :id order by e.no", ReferralEvent.class)
                .setParameter("id", referralId)
                .getResultList();
    }

    /** How many wait for a service's answer. Others who would send one there wait until this transaction ends. */
    public List<Referral> listWaitingAt(UUID serviceId) {
        AdvisoryLock.REFERRALS_TO.lockInTransaction(entities, serviceId.toString());
        return entities.createQuery(
                        "from Referral r where r.serviceId = :service and r.status in :waiting", Referral.class)
                .setParameter("service", serviceId)
                .setParameter("waiting", WAITING)
                .getResultList();
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

    private List<UUID> waiting(SqlBuilder query, int most) {
        return rows.list(query.add("order by respond_by limit ?", most), row -> row.getObject(1, UUID.class));
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, Viewer viewer) {
        if (!viewer.isOperator()) {
            if (viewer.organizationId() == null) {
                query.setParameter("actor", viewer.actor());
            } else {
                query.setParameter("mine", viewer.organizationId());
            }
        }
        return query;
    }
}

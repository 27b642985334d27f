package org.nowrongdoor.access.audit;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.storage.AdvisoryLock;

/** What staff did: who, what, when, to which record. Never a search, never what stands in a record.
 *  Entries are chained: each digest covers the one before, so that none can be changed or taken out unseen. */
@Singleton
public class AuditLog {

    /** Some entries in order.
     *  @param isIntact whether each follows from the one before it */
    public record Stretch(List<AuditEntry> entries, boolean isIntact) {}

    private final EntityManager entities;
    private final Clock clock;
    private final Caller caller;
    private final byte[] hashKey;

    public AuditLog(EntityManager entities, Clock clock, Caller caller, MasterKey master) {
        this.entities = entities;
        this.clock = clock;
        this.caller = caller;
        this.hashKey = master.derive("audit");
    }

    /** Records a deed of the caller in the running transaction.
     *  @param action a verb: create, replace, delete, import, approve
     *  @param entity what it was done to: service, key, referral
     *  @param id which one */
    @Transactional
    public void record(String action, String entity, String id) {
        var actor = Arc.container().requestContext().isActive() ? caller.actor() : null;
        record(Objects.requireNonNullElse(actor, "system"), action, entity, id);
    }

    /** Records a deed of someone who is no longer on the line, such as who started an import. */
    @Transactional
    public void record(String actor, String action, String entity, String id) {
        var row = new AuditRow();
        row.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.actor = actor;
        row.action = action;
        row.entity = entity;
        row.entityId = id;
        entities.persist(row);
    }

    /** Entries in order, chained up to now.
     *  @param seq the last one seen, 0 for the beginning */
    @Transactional
    public Stretch after(long seq, int limit) {
        chain();
        var rows = entities.createQuery("from AuditRow where seq > :seq order by seq", AuditRow.class)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
        return new Stretch(rows.stream().map(AuditRow::entry).toList(), rows.isEmpty() || isIntact(seq, rows));
    }

    /** Gives every committed entry its number and digest. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void chain() {
        // One node chains at a time.
        AdvisoryLock.AUDIT_CHAIN.lockInTransaction(entities);
        var last = entities.createQuery("from AuditRow where seq is not null order by seq desc", AuditRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        long seq = last.map(row -> row.seq).orElse(0L);
        var previous = hex(last);
        for (var row : entities.createQuery("from AuditRow where seq is null order by ticket", AuditRow.class)
                .getResultList()) {
            seq++;
            row.seq = seq;
            row.digest = digest(previous, row);
            previous = HexFormat.of().formatHex(row.digest);
        }
        entities.flush();
    }

    private boolean isIntact(long seq, List<AuditRow> rows) {
        var previous = hex(entities.createQuery("from AuditRow where seq = :seq", AuditRow.class)
                .setParameter("seq", seq)
                .getResultStream()
                .findFirst());
        long expected = seq;
        for (var row : rows) {
            expected++;
            if (!Objects.equals(row.seq, expected) || !MessageDigest.isEqual(row.digest, digest(previous, row))) {
                return false;
            }
            previous = row.entry().digest();
        }
        return true;
    }

    private static String hex(Optional<AuditRow> row) {
        return row.map(AuditRow::entry).map(AuditEntry::digest).orElse("");
    }

    private byte[] digest(String previous, AuditRow row) {
        return MasterKey.hmac(hashKey, row.sealed(previous).getBytes(StandardCharsets.UTF_8));
    }
}

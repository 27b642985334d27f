package org.nowrongdoor.access.audit;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.MasterKey;

/** What staff did: who, what, when, to which record. Never a search, never what stands in a record.
 *  Entries are chained: each digest covers the one before, so that none can be changed or taken out unseen. */
@Singleton
public class AuditLog {

    /** Some entries in order.
     *  @param isIntact whether each follows from the one before it */
    public record Stretch(List<AuditEntry> entries, boolean isIntact) {}

    private static final Logger LOG = Logger.getLogger(AuditLog.class);

    private final AuditRepository stored;
    private final Clock clock;
    private final Caller caller;
    private final AuditHead head;
    private final byte[] hashKey;
    private final AtomicBoolean isBroken = new AtomicBoolean();

    AuditLog(AuditRepository stored, Clock clock, Caller caller, MasterKey master, AuditHead head) {
        this.head = head;
        this.stored = stored;
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

    /** Records a deed in the name of another than the caller, such as an invitation. */
    @Transactional
    public void record(String actor, String action, String entity, String id) {
        var row = new AuditRow();
        row.organizationId = Arc.container().requestContext().isActive() ? caller.organizationId() : null;
        row.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.actor = actor;
        row.action = action;
        row.entity = entity;
        row.entityId = id;
        stored.persist(row);
    }

    /** Entries in order, chained up to now.
     *  @param seq the last one seen, 0 for the beginning */
    @Transactional
    public Stretch after(long seq, int limit) {
        chain();
        var rows = stored.listAfter(seq, limit);
        return new Stretch(
                rows.stream().map(AuditRow::entry).toList(), head.stands() && (rows.isEmpty() || isIntact(seq, rows)));
    }

    /** What keys of one organisation did, in order, chained up to now. Their numbers count those alone: a gap between them
     *  would tell how much others did.
     *  @param seen how many of them were seen, 0 for the beginning */
    @Transactional
    public Stretch of(UUID organizationId, long seen, int limit) {
        chain();
        var rows = stored.listOf(organizationId, Math.toIntExact(Math.min(seen, Integer.MAX_VALUE - limit)), limit);
        var entries = IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).entry().numbered(seen + i + 1))
                .toList();
        return new Stretch(entries, head.stands() && rows.stream().allMatch(this::followsFromTheOneBefore));
    }

    private boolean followsFromTheOneBefore(AuditRow row) {
        return isIntact(Objects.requireNonNull(row.seq) - 1, List.of(row));
    }

    /** Gives every committed entry its number and digest. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void chain() {
        // One node chains at a time.
        stored.lock();
        var last = stored.findLast();
        var found = head.find();
        var kept = found.orElseGet(() -> position(last));
        var position = head.furthest(kept);
        var unsigned = stored.listUnsigned();
        var isFirst = found.isEmpty() && !head.isKnown();
        var isWhole = isFirst || (isLate(unsigned, position) ? head.stands() : head.isAtEnd());
        if (!isWhole && !isBroken.getAndSet(true)) {
            LOG.error(
                    "The audit log is not what was signed: entries were altered or taken out. GET /audit shows where");
        }
        if (!kept.isSealed()) {
            // Written by another hand, or under another master key: nothing can be signed behind it.
            return;
        }
        // What is added to a broken log is signed; what lost its number is not signed a second time.
        var end = position;
        for (var row : unsigned) {
            if (!isWhole && isBefore(row, position)) {
                continue;
            }
            row.seq = end.seq() + 1;
            row.digest = digest(end.digest(), row);
            end = new AuditHead.Position(
                    row.seq,
                    Math.max(end.ticket(), Objects.requireNonNull(row.ticket)),
                    HexFormat.of().formatHex(row.digest));
        }
        stored.flush();
        if (end.seq() > 0 && (isFirst || end.seq() > kept.seq())) {
            head.keep(end);
        } else if (isWhole) {
            head.see(position);
        }
    }

    // An entry whose transaction took longer than others that began later; or one that lost its number.
    private static boolean isLate(List<AuditRow> unsigned, AuditHead.Position position) {
        return unsigned.stream().anyMatch(row -> isBefore(row, position));
    }

    private static boolean isBefore(AuditRow row, AuditHead.Position position) {
        return Objects.requireNonNull(row.ticket) <= position.ticket();
    }

    // A log from before the head was kept: what is signed by now is taken as it is.
    private AuditHead.Position position(Optional<AuditRow> last) {
        return last.map(row -> new AuditHead.Position(
                        Objects.requireNonNull(row.seq),
                        stored.findHighestTicket()
                                .map(highest -> highest.ticket)
                                .orElseThrow(),
                        hex(last)))
                .orElse(AuditHead.Position.START);
    }

    private boolean isIntact(long seq, List<AuditRow> rows) {
        var previous = hex(stored.findBySeq(seq));
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

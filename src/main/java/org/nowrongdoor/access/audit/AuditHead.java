package org.nowrongdoor.access.audit;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.nowrongdoor.access.caller.MasterKey;

/** How far the audit log is signed: numbers up to there are never given again, whatever became of their rows. */
@Singleton
class AuditHead {

    /** The last signed entry.
     *  @param ticket the highest among the signed
     *  @param digest that of the entry, in hexadecimal
     *  @param isSealed false for one that this server, or one with the same master key, did not write */
    record Position(long seq, long ticket, String digest, boolean isSealed) {

        static final Position START = new Position(0, 0, "", true);

        Position(long seq, long ticket, String digest) {
            this(seq, ticket, digest, true);
        }
    }

    private final AuditRepository rows;
    private final TransactionSynchronizationRegistry transactions;
    private final byte[] sealKey;
    private volatile Position seen = Position.START;

    AuditHead(AuditRepository rows, TransactionSynchronizationRegistry transactions, MasterKey master) {
        this.rows = rows;
        this.transactions = transactions;
        this.sealKey = master.derive("audit-head");
    }

    /** The position as it is kept; empty when none was kept yet. */
    Optional<Position> find() {
        return rows.findHead().map(this::read);
    }

    private Position read(AuditRepository.HeadRow row) {
        var position = new Position(row.seq(), row.ticket(), row.digest());
        return MessageDigest.isEqual(seal(position), HexFormat.of().parseHex(row.seal()))
                ? position
                : new Position(position.seq, position.ticket, position.digest, false);
    }

    /** A position, or the one that this process saw last where that is further: a row that was set back is no end. */
    Position furthest(Position kept) {
        var last = seen;
        return last.seq() > kept.seq() ? last : kept;
    }

    /** Whether this process saw a position before. */
    boolean isKnown() {
        return seen.seq() > 0;
    }

    /** Forgets what it saw, as a process does that ends. */
    void forget() {
        seen = Position.START;
    }

    /** Keeps a position. */
    void keep(Position position) {
        rows.keepHead(new AuditRepository.HeadRow(
                position.seq(),
                position.ticket(),
                position.digest(),
                HexFormat.of().formatHex(seal(position))));
        see(position);
    }

    /** Remembers a position once its transaction has ended well. */
    void see(Position position) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    saw(position);
                }
            }
        });
    }

    private synchronized void saw(Position position) {
        if (position.seq() > seen.seq()) {
            seen = position;
        }
    }

    /** Whether the log holds what it held when it was signed: every number once, the last with its digest, and no fewer
     *  than this process has seen. */
    boolean stands() {
        return isAtEnd() && rows.countSigned() == find().orElse(Position.START).seq();
    }

    /** Whether the last entry of the log is the one that was signed last. */
    boolean isAtEnd() {
        var head = find().orElse(Position.START);
        var last = rows.findLast();
        return head.isSealed()
                && head.seq() >= seen.seq()
                && last.map(row -> row.seq).orElse(0L) == head.seq()
                && last.map(row -> row.digest)
                        .map(HexFormat.of()::formatHex)
                        .orElse("")
                        .equals(head.digest());
    }

    private byte[] seal(Position position) {
        return MasterKey.hmac(
                sealKey,
                (position.seq() + "\u001f" + position.ticket() + "\u001f" + position.digest())
                        .getBytes(StandardCharsets.UTF_8));
    }
}

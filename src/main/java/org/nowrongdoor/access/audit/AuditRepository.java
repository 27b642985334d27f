package org.nowrongdoor.access.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.storage.AdvisoryLock;

/** The audit log in the store, and the one row that says how far it is signed. Every method joins the caller's
 *  transaction. */
@Singleton
class AuditRepository implements PanacheRepositoryBase<AuditRow, Long> {

    private static final HexFormat HEX = HexFormat.of();
    private static final String KEEP_HEAD = "insert into audit_head (seq, ticket, digest, seal)"
            + " values (:seq, :ticket, :digest, :seal) on conflict (single) do update"
            + " set seq = excluded.seq, ticket = excluded.ticket, digest = excluded.digest, seal = excluded.seal";

    /** The head as it is stored.
     *  @param digest in hexadecimal
     *  @param seal in hexadecimal */
    record HeadRow(long seq, long ticket, String digest, String seal) {}

    /** Keeps other nodes from chaining until the transaction ends. */
    void lock() {
        AdvisoryLock.AUDIT_CHAIN.lockInTransaction(getEntityManager());
    }

    /** Signed entries in order, behind the one with this number. */
    List<AuditRow> listAfter(long seq, int limit) {
        return find("seq > ?1", Sort.by("seq"), seq).page(0, limit).list();
    }

    /** Signed entries of an organisation's keys in order, without the first ones. */
    List<AuditRow> listOf(UUID organizationId, int skipped, int limit) {
        return find("organizationId = ?1 and seq is not null", Sort.by("seq"), organizationId)
                .range(skipped, skipped + limit - 1)
                .list();
    }

    List<AuditRow> listUnsigned() {
        return list("seq is null", Sort.by("ticket"));
    }

    Optional<AuditRow> findBySeq(long seq) {
        return find("seq", seq).firstResultOptional();
    }

    Optional<AuditRow> findLast() {
        return find("seq is not null", Sort.descending("seq")).firstResultOptional();
    }

    /** The signed entry with the highest ticket, which need not be the last one. */
    Optional<AuditRow> findHighestTicket() {
        return find("seq is not null", Sort.descending("ticket")).firstResultOptional();
    }

    long countSigned() {
        return count("seq is not null");
    }

    // In SQL, as the table of the head has no entity: it is one row, written by one statement.
    Optional<HeadRow> findHead() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select seq, ticket, digest, seal from audit_head", Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> new HeadRow(
                        (Long) row[0], (Long) row[1], HEX.formatHex((byte[]) row[2]), HEX.formatHex((byte[]) row[3])));
    }

    void keepHead(HeadRow head) {
        getEntityManager()
                .createNativeQuery(KEEP_HEAD)
                .setParameter("seq", head.seq())
                .setParameter("ticket", head.ticket())
                .setParameter("digest", HEX.parseHex(head.digest()))
                .setParameter("seal", HEX.parseHex(head.seal()))
                .executeUpdate();
    }
}

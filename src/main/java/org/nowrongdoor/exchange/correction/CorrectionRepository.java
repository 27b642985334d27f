package org.nowrongdoor.exchange.correction;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.RemovalTickets;
import org.nowrongdoor.storage.SqlBuilder;

/** Corrections that wait or were accepted. What is rejected or withdrawn is deleted, and swept from the files. */
@Singleton
public class CorrectionRepository {

    /** A correction and its place in a list. */
    record Kept(long ticket, CorrectionView view) {}

    // 1,000: more than anyone reads of one service
    private static final int MOST_CREDITS = 1_000;

    private static final String SELECT = "select c.ticket, c.id, c.service_id, c.field, c.says, c.credit_mode,"
            + " c.credit_text, c.status, c.received_on, c.decided_on"
            + " from correction c join service s on s.id = c.service_id where true";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final RemovalTickets removals;
    private final Clock clock;

    CorrectionRepository(EntityManager entities, JdbcReader rows, RemovalTickets removals, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.removals = removals;
        this.clock = clock;
    }

    /** Whether a service, its locations or anything of its organisation is not public. Keeps the policies of the service
     *  and its locations as they are until the running transaction ends, so that none gets stricter before the text is
     *  stored.
     *  @return empty when there is no such service */
    Optional<Boolean> findGuarded(UUID service) {
        var own = entities.createNativeQuery(
                        "select location_policy <> 'PUBLIC' from service where id = :id for share", Boolean.class)
                .setParameter("id", service)
                .getResultStream()
                .findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var there = entities.createNativeQuery(
                        "select l.location_policy <> 'PUBLIC' from location l join service_at_location p"
                                + " on p.location_id = l.id where p.service_id = :id order by l.id for share of l",
                        Boolean.class)
                .setParameter("id", service)
                .getResultList();
        return Optional.of(own.get().equals(true) || there.contains(true) || isOfGuarded(service));
    }

    private boolean isOfGuarded(UUID service) {
        return entities.createNativeQuery(
                        "select exists (select from service o join service s on s.organization_id = o.organization_id"
                                + " where s.id = :id and o.location_policy <> 'PUBLIC')"
                                + " or exists (select from location l join service s on s.organization_id = l.organization_id"
                                + " where s.id = :id and l.location_policy <> 'PUBLIC')",
                        Boolean.class)
                .setParameter("id", service)
                .getSingleResult()
                .equals(true);
    }

    long countOpen(@Nullable UUID service) {
        var count = SqlBuilder.of("select count(*) from correction where status = 'open'");
        if (service != null) {
            count.add("and service_id = ?", service);
        }
        return rows.number(count);
    }

    /** Keeps a correction in the running transaction. */
    void add(UUID service, NewCorrection correction, byte[] digest) {
        var credit = correction.creditOrNone();
        entities.createNativeQuery(
                        "insert into correction (id, service_id, code_digest, field, says, credit_mode,"
                                + " credit_text, status, received_on)"
                                + " values (:id, :service, :digest, :field, :says, :mode, cast(:credit as text), 'open', :today)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("service", service)
                .setParameter("digest", digest)
                .setParameter("field", correction.field())
                .setParameter("says", correction.says())
                .setParameter("mode", credit.mode().wire())
                .setParameter("credit", credit.text())
                .setParameter("today", today())
                .executeUpdate();
    }

    /** Those within reach, in the order in which they came.
     *  @param after the place of the last one that was read; 0 for the beginning */
    List<Kept> list(Reach reach, CorrectionStatus status, @Nullable UUID service, long after, int limit) {
        var query = SqlBuilder.of(SELECT + " and c.status = ? and c.ticket > ?", status.wire(), after);
        within(query, reach);
        if (service != null) {
            query.add("and c.service_id = ?", service);
        }
        return rows.list(query.add("order by c.ticket limit ?", limit), CorrectionRepository::kept);
    }

    Optional<CorrectionView> find(UUID id, Reach reach) {
        var query = SqlBuilder.of(SELECT + " and c.id = ?", id);
        within(query, reach);
        return rows.list(query, CorrectionRepository::kept).stream()
                .map(Kept::view)
                .findFirst();
    }

    /** Accepts one that waits, in the running transaction.
     *  @return the day; empty when it waits no more */
    Optional<LocalDate> accept(UUID id) {
        var today = today();
        var count = entities.createNativeQuery("update correction set status = 'accepted', decided_on = :today"
                        + " where id = :id and status = 'open'")
                .setParameter("id", id)
                .setParameter("today", today)
                .executeUpdate();
        return count == 1 ? Optional.of(today) : Optional.empty();
    }

    /** Deletes one in the running transaction.
     *  @return whether it was there */
    boolean remove(UUID id) {
        return isSwept(entities.createNativeQuery("delete from correction where id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Deletes the one of a code in the running transaction.
     *  @return whether there was one */
    boolean withdraw(byte[] digest) {
        return isSwept(entities.createNativeQuery("delete from correction where code_digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate());
    }

    /** Who is to be named for what was accepted of a service, the oldest first. Read wherever it is shown and copied
     *  nowhere, so that a withdrawal ends it. */
    public List<CreditView> credits(UUID service) {
        return rows.list(
                SqlBuilder.of(
                        "select field, decided_on, credit_text from correction where service_id = ?"
                                + " and status = 'accepted' and credit_text is not null order by ticket limit ?",
                        service,
                        MOST_CREDITS),
                row -> new CreditView(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)));
    }

    private boolean isSwept(int count) {
        if (count > 0) {
            removals.add("record");
        }
        return count > 0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void within(SqlBuilder query, Reach reach) {
        if (!reach.isAcross()) {
            query.add("and s.organization_id = ?", Objects.requireNonNull(reach.organizationId()));
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                new CorrectionView(
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        new NewCorrection.Credit(CreditMode.get(row.getString(6)), row.getString(7)),
                        CorrectionStatus.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                        row.getObject(9, LocalDate.class),
                        row.getObject(10, LocalDate.class)));
    }
}

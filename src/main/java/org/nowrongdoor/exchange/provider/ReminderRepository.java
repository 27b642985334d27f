package org.nowrongdoor.exchange.provider;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.directory.verification.VerificationRepository;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Which providers were reminded to check their entries, and when. */
@Singleton
class ReminderRepository {

    /** A provider that may be reminded.
     *  @param assured the day of the last check; empty for none */
    record Due(UUID serviceId, String assured, String email) {}

    // 30 days between two reminders, and three until an editor calls: more is nagging.
    private static final int PAUSE_DAYS = 30;
    private static final int MOST_TIMES = 3;

    private static final String MAY_BE =
            " (r.times < " + MOST_TIMES + " or to_char(r.reminded_on, 'YYYY-MM-DD') <= assured)";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final VerificationRepository verifications;

    ReminderRepository(EntityManager entities, JdbcReader rows, VerificationRepository verifications) {
        this.entities = entities;
        this.rows = rows;
        this.verifications = verifications;
    }

    /** Providers whose entries are to be checked and who have an address, the oldest check first; an address that was
     *  mailed today is not mailed again. */
    List<Due> list(LocalDate today, int limit) {
        return rows.list(
                SqlBuilder.of("with due as (")
                        .add(verifications.due(today))
                        .add(
                                "), addressed as (select due.*, coalesce(nullif(s.body ->> 'email', ''), o.body ->> 'email')"
                                        + " as email from due join service s on s.id = due.id"
                                        + " left join organization o on o.id = s.organization_id)"
                                        + " select a.id, a.assured, a.email from addressed a"
                                        + " left join verification_reminder r on r.service_id = a.id"
                                        + " where a.email <> '' and (r.service_id is null or r.reminded_on <= ? and"
                                        + MAY_BE + ")",
                                today.minusDays(PAUSE_DAYS))
                        .add(
                                "and not exists (select from verification_reminder t join service s on s.id = t.service_id"
                                        + " left join organization o on o.id = s.organization_id where t.reminded_on = ?"
                                        + " and lower(coalesce(nullif(s.body ->> 'email', ''), o.body ->> 'email'))"
                                        + " = lower(a.email))",
                                today)
                        .add("order by a.assured, a.id limit ?", limit),
                row -> new Due(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
    }

    /** Takes a provider in hand, in the running transaction, unless another node has, the check was made meanwhile, or as
     *  many have been reminded today as may be. */
    boolean claim(Due due, LocalDate today, int mostADay) {
        // Another node waits here: neither sees a number that the other is about to change.
        entities.createNativeQuery("lock table verification_reminder in share row exclusive mode")
                .executeUpdate();
        return entities.createNativeQuery("insert into verification_reminder as r (service_id, reminded_on, times)"
                                + " select s.id, cast(:today as date), 1 from service s where s.id = :id"
                                + " and coalesce(s.body ->> 'assured_date', '') = :assured"
                                + " and (select count(*) from verification_reminder where reminded_on = cast(:today as date)) < :most"
                                + " on conflict (service_id) do update set reminded_on = excluded.reminded_on,"
                                + " times = case when to_char(r.reminded_on, 'YYYY-MM-DD') <= :assured then 1"
                                + " else r.times + 1 end"
                                + " where r.reminded_on <= cast(:before as date) and"
                                + MAY_BE.replace("assured", ":assured"))
                        .setParameter("id", due.serviceId())
                        .setParameter("assured", due.assured())
                        .setParameter("today", today)
                        .setParameter("before", today.minusDays(PAUSE_DAYS))
                        .setParameter("most", mostADay)
                        .executeUpdate()
                == 1;
    }
}

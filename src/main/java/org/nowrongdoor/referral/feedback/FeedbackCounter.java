package org.nowrongdoor.referral.feedback;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.referral.state.FeedbackCode;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Counts what clients say of services. That a referral has had its word is kept with it; which word and when is not. */
@Singleton
class FeedbackCounter {

    // 11: the smallest cell that CMS lets be shown (decision Small-Cells), and the step in which counts grow
    static final long STEP = 11;

    private final EntityManager entities;
    private final JdbcReader rows;

    FeedbackCounter(EntityManager entities, JdbcReader rows) {
        this.entities = entities;
        this.rows = rows;
    }

    /** Counts what is said of the service of a referral, in the running transaction.
     *  @return false when something was said after this referral before */
    boolean add(UUID referral, UUID service, Set<FeedbackCode> codes) {
        var first = entities.createNativeQuery(
                                "update referral set feedback_given = true where id = :id and not feedback_given")
                        .setParameter("id", referral)
                        .executeUpdate()
                == 1;
        if (first) {
            // In one order, so that no two wait for each other.
            codes.stream().sorted().forEach(code -> add(service, code));
        }
        return first;
    }

    private void add(UUID service, FeedbackCode code) {
        entities.createNativeQuery("insert into feedback_count as f (service_id, code, count)"
                        + " select id, :code, 1 from service where id = :service"
                        + " on conflict (service_id, code) do update set count = f.count + 1")
                .setParameter("service", service)
                .setParameter("code", code.wire())
                .executeUpdate();
    }

    /** What can be told without telling of anyone. */
    List<FeedbackCount> list(UUID service) {
        return rows.list(
                SqlBuilder.of(
                        "select code, count - count % ? from feedback_count where service_id = ? and count >= ?"
                                + " order by code",
                        STEP, service, STEP),
                row -> new FeedbackCount(FeedbackCode.get(row.getString(1)), row.getLong(2)));
    }
}

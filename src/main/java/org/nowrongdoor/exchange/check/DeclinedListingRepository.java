package org.nowrongdoor.exchange.check;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Services whose provider does not want to be listed. */
@Singleton
public class DeclinedListingRepository {

    /** One of them. */
    record Declined(UUID serviceId, Instant declinedAt) {}

    private final EntityManager entities;
    private final JdbcReader rows;
    private final Clock clock;

    DeclinedListingRepository(EntityManager entities, JdbcReader rows, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.clock = clock;
    }

    /** Notes one, in the running transaction. */
    public void add(UUID serviceId) {
        entities.createNativeQuery("insert into declined_listing (service_id, declined_at) values (:id, :now)"
                        + " on conflict (service_id) do nothing")
                .setParameter("id", serviceId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Lets a service be listed again.
     *  @return whether it was declined */
    @Transactional
    boolean lift(UUID serviceId) {
        return entities.createNativeQuery("delete from declined_listing where service_id = :id")
                        .setParameter("id", serviceId)
                        .executeUpdate()
                > 0;
    }

    /** Whether a service is one of them. */
    @Transactional
    public boolean holds(UUID serviceId) {
        return rows.number(SqlBuilder.of("select count(*) from declined_listing where service_id = ?", serviceId)) > 0;
    }

    @Transactional
    List<Declined> list() {
        return rows.list(
                SqlBuilder.of(
                        "select service_id, declined_at from declined_listing order by declined_at desc, service_id"),
                row -> new Declined(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()));
    }

    /** Those of some drafts that may not be stored. */
    public Set<UUID> among(Collection<PendingRow> drafts) {
        var services = drafts.stream()
                .filter(draft -> draft.entity() == ChangedEntity.SERVICE)
                .map(PendingRow::id)
                .distinct()
                .toList();
        return services.isEmpty()
                ? Set.of()
                : new HashSet<>(rows.list(
                        SqlBuilder.of("select service_id from declined_listing where service_id = any (?)", services),
                        row -> row.getObject(1, UUID.class)));
    }
}

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
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
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

    /** Notes one of an organisation while it is still stored, in the running transaction. */
    public void add(UUID serviceId) {
        entities.createNativeQuery("insert into declined_listing (service_id, declined_at, organization_id)"
                        + " values (:id, :now, (select organization_id from service where id = :id))"
                        + " on conflict (service_id) do nothing")
                .setParameter("id", serviceId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Lets a service be listed again.
     *  @return whether it was declined */
    @Transactional
    boolean lift(UUID serviceId, Reach reach) {
        return entities.createNativeQuery("delete from declined_listing where service_id = :id"
                                + " and (cast(:mine as uuid) is null or organization_id = cast(:mine as uuid))")
                        .setParameter("id", serviceId)
                        .setParameter("mine", mine(reach))
                        .executeUpdate()
                > 0;
    }

    /** Whether a service is one of them. */
    @Transactional
    public boolean holds(UUID serviceId) {
        return rows.number(SqlBuilder.of("select count(*) from declined_listing where service_id = ?", serviceId)) > 0;
    }

    /** Those within reach, the newest first. */
    @Transactional
    List<Declined> list(Reach reach) {
        var query = SqlBuilder.of("select service_id, declined_at from declined_listing where true");
        var mine = reach.organizationId();
        if (mine != null) {
            query.add("and organization_id = ?", mine);
        }
        return rows.list(
                query.add("order by declined_at desc, service_id"),
                row -> new Declined(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()));
    }

    private static @Nullable String mine(Reach reach) {
        var mine = reach.organizationId();
        return mine == null ? null : mine.toString();
    }

    /** Looks again once new services are written: one that was declined while a batch waited for its row is gone, and looks
     *  like one that never was.
     *  @throws ConcurrentChangeException when there is one */
    public void refuseNew(UnitOfWork stored) {
        var fresh = stored.list(ChangedEntity.SERVICE).stream()
                .filter(service -> service.before == null && !service.deleted)
                .map(service -> PendingRow.lookup(ChangedEntity.SERVICE, service.id))
                .toList();
        if (!among(fresh).isEmpty()) {
            throw new ConcurrentChangeException(ChangedEntity.SERVICE.wire());
        }
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

package org.nowrongdoor.search.indexer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.PartFault.Reason;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** What the index has not, in the store, so that every node tells the same. */
@Singleton
public class IndexFaultRepository {

    private static final int PAGE = 500;

    // A fault that is found again keeps the time at which it was found first.
    private static final String PUT = "insert into index_fault (service_id, part, reason, detail, version, since)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (service_id, part) do update"
            + " set reason = excluded.reason, detail = excluded.detail, version = excluded.version";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final Clock clock;

    IndexFaultRepository(EntityManager entities, JdbcReader rows, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.clock = clock;
    }

    /** One thing that the index has not.
     *  @param part {@code record} where the whole service is not there
     *  @param reason why, as a code */
    public record IndexFaultEntry(
            UUID serviceId, @Nullable UUID organizationId, String part, String reason, String detail, Instant since) {}

    /** The faults of the next services in the order of their ids.
     *  @param organization whose services are meant; null for all
     *  @param after the last service read; null for the beginning */
    public List<IndexFaultEntry> list(@Nullable UUID organization, @Nullable UUID after) {
        var query = SqlBuilder.of("with page as (select distinct f.service_id, s.organization_id from index_fault f"
                + " join service s on s.id = f.service_id where true");
        if (organization != null) {
            query.add("and s.organization_id = ?", organization);
        }
        if (after != null) {
            query.add("and f.service_id > ?", after);
        }
        query.add("order by f.service_id limit ?)", PAGE)
                .add("select f.service_id, page.organization_id, part, reason, detail, since"
                        + " from index_fault f join page using (service_id) order by f.service_id, part");
        return rows.list(
                query,
                row -> new IndexFaultEntry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()));
    }

    /** Whether another page may follow one. */
    public static boolean isFull(List<IndexFaultEntry> page) {
        return page.stream().map(IndexFaultEntry::serviceId).distinct().count() == PAGE;
    }

    /** Everything that is told. */
    List<IndexFault> all() {
        return rows.list(
                SqlBuilder.of("select service_id, part, reason, detail, version from index_fault"),
                row -> new IndexFault(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Reason.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()));
    }

    /** Tells of some services that have just been tried what was found now, and forgets what was found before. */
    void replace(Collection<UUID> services, Collection<IndexFault> faults) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.unwrap(Session.class).doWork(connection -> {
                    take(connection, services, faults);
                    put(connection, faults);
                }));
    }

    private static void take(Connection connection, Collection<UUID> services, Collection<IndexFault> faults)
            throws SQLException {
        var kept = faults.stream().map(fault -> fault.service() + fault.part()).toArray();
        try (var delete = connection.prepareStatement(
                "delete from index_fault where service_id = any(?) and service_id || part <> all(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", services.toArray()));
            delete.setArray(2, connection.createArrayOf("text", kept));
            delete.executeUpdate();
        }
    }

    private void put(Connection connection, Collection<IndexFault> faults) throws SQLException {
        if (faults.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(PUT)) {
            for (var fault : faults) {
                insert.setObject(1, fault.service());
                insert.setString(2, fault.part());
                insert.setString(3, fault.reason().name().toLowerCase(Locale.ROOT));
                insert.setString(4, fault.detail());
                insert.setTimestamp(5, Timestamp.from(fault.version()));
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets everything, before all is tried again. */
    void clear() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from index_fault").executeUpdate());
    }
}

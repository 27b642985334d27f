package org.nowrongdoor.exchange.unchanged;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RowResult;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** The last row of a file that each public service came by, and what the service, its organisation and the places where
 *  it is given were then. While they are still that, the same row changes nothing. */
@Singleton
public class UnchangedRowRepository {

    private static final String STILL =
            " from import_row r join import_stand v on v.id = r.id and v.stand = r.stand" + " where r.digest = any (?)";
    private static final String RECORDS = "select r.digest, n.entity, n.id from import_row r"
            + " join service s on s.id = r.id, lateral (select 'SERVICE' as entity, s.id"
            + " union all select 'ORGANIZATION', s.organization_id where s.organization_id is not null"
            + " union all select 'SERVICE_AT_LOCATION', p.id from service_at_location p where p.service_id = s.id"
            + " union all select 'LOCATION', p.location_id from service_at_location p where p.service_id = s.id) as n"
            + " where r.digest = any (?)";
    private static final String STATE = "select (select last_value from record_version) || ' ' || "
            + "(select coalesce(max(ticket), 0) from change_log)";
    private static final String PUT = "insert into import_row (id, digest, stand) select n.id, n.digest, v.stand"
            + " from unnest(?, ?) as n(id, digest) join import_stand v on v.id = n.id"
            + " on conflict (id) do update set digest = excluded.digest, stand = excluded.stand";

    private final EntityManager entities;
    private final JdbcReader rows;
    private final byte[] key;

    UnchangedRowRepository(EntityManager entities, JdbcReader rows, MasterKey master) {
        this.entities = entities;
        this.rows = rows;
        this.key = master.derive("import rows");
    }

    /** What makes digests of rows.
     *  @param rules what they are checked against */
    public RowHasher hasher(String rules) {
        return new RowHasher(key, rules);
    }

    /** Whether nothing is noted, so that nothing needs to be looked for. */
    public boolean isEmpty() {
        return rows.number(SqlBuilder.of("select count(*) from (select from import_row limit 1) as any_row")) == 0;
    }

    /** A word that is another one once any record was written or removed. */
    public String state() {
        return rows.list(SqlBuilder.of(STATE), row -> row.getString(1)).get(0);
    }

    /** Those of some digests whose rows would change nothing. */
    public Set<UUID> find(Collection<UUID> digests) {
        return digests.isEmpty()
                ? Set.of()
                : new HashSet<>(rows.list(
                        SqlBuilder.of("select r.digest" + STILL, List.copyOf(digests)),
                        row -> row.getObject(1, UUID.class)));
    }

    /** The records that rows with some digests are about, by digest. */
    public Map<UUID, List<PendingRow>> records(Collection<UUID> digests) {
        var found = new HashMap<UUID, List<PendingRow>>();
        rows.list(
                SqlBuilder.of(RECORDS, List.copyOf(digests)),
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), digest -> new ArrayList<>())
                        .add(PendingRow.lookup(ChangedEntity.valueOf(row.getString(2)), row.getObject(3, UUID.class))));
        return found;
    }

    /** Notes which rows services came by, in the transaction that stored them. Of one that is not public, or belongs to
     *  what is not, nothing is noted.
     *  @param digests by the ids of the services */
    public void put(Map<UUID, UUID> digests) {
        if (digests.isEmpty()) {
            return;
        }
        var ids = List.copyOf(digests.keySet());
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(PUT)) {
                insert.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                insert.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", ids.stream().map(digests::get).toArray()));
                insert.executeUpdate();
            }
        });
    }

    /** The digests of rows that were taken and say what is stored now, by their records.
     *  @param taken what became of each row */
    public static Map<UUID, UUID> digests(List<SentRow> rows, List<RowResult> taken) {
        var digests = new HashMap<UUID, UUID>();
        for (int i = 0; i < rows.size(); i++) {
            var id = taken.get(i).id();
            var digest = rows.get(i).digest();
            if (id != null && digest != null && taken.get(i).isSettled()) {
                digests.put(id, digest);
            }
        }
        return digests;
    }
}

package org.nowrongdoor.exchange.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.TouchedRecord;

/** Versions of a record and of those that it shows, read before it is compared with what its editor saw. What is written
 *  over later must still have them: an import or an edit of another record takes no lock that an edit would wait for. */
public final class SeenVersions {

    /** For who has seen nothing, and writes over any state. */
    static final SeenVersions NONE = new SeenVersions(null, Map.of());

    // One statement, so that all are of one moment.
    private static final String SERVICE = """
            with s as (select id, organization_id, version from service where id = ?)
            select 'service', s.id, s.version from s
            union all select 'organization', o.id, o.version from s join organization o on o.id = s.organization_id
            union all select 'service_at_location', p.id, p.version from s join service_at_location p on p.service_id = s.id
            union all select 'location', l.id, l.version from s join location l on l.organization_id = s.organization_id
                or l.id in (select p.location_id from service_at_location p where p.service_id = s.id)
            """;
    private static final String ORGANIZATION = """
            with o as (select id, version from organization where id = ?)
            select 'organization', o.id, o.version from o
            union all select 'service', s.id, s.version from o join service s on s.organization_id = o.id
            union all select 'location', l.id, l.version from o join location l on l.organization_id = o.id
            """;

    private final @Nullable TouchedRecord record;
    private final Map<TouchedRecord, Long> versions;

    private SeenVersions(@Nullable TouchedRecord record, Map<TouchedRecord, Long> versions) {
        this.record = record;
        this.versions = versions;
    }

    static SeenVersions read(Connection connection, ChangedEntity entity, UUID id) throws SQLException {
        var sql = switch (entity) {
            case SERVICE -> SERVICE;
            case ORGANIZATION -> ORGANIZATION;
            default -> "select '%1$s', r.id, r.version from %1$s r where r.id = ?".formatted(entity.wire());
        };
        var versions = new HashMap<TouchedRecord, Long>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var of = ChangedEntity.valueOf(rows.getString(1).toUpperCase(Locale.ROOT));
                    versions.put(new TouchedRecord(of, rows.getObject(2, UUID.class)), rows.getLong(3));
                }
            }
        }
        return new SeenVersions(new TouchedRecord(entity, id), versions);
    }

    /** Makes sure that what was read to be written over is what was seen.
     *  @throws ConcurrentChangeException when it is not */
    public void check(UnitOfWork stored) {
        if (record == null) {
            return;
        }
        var isThere = stored.find(record.entity(), record.id()) != null;
        if (isThere != versions.containsKey(record)) {
            throw new ConcurrentChangeException(record.entity().wire());
        }
        versions.forEach((seen, version) -> {
            var held = stored.find(seen.entity(), seen.id());
            if (held != null
                    && !version.equals(Objects.requireNonNull(held.before).version())) {
                throw new ConcurrentChangeException(seen.entity().wire());
            }
        });
        if (record.entity() == ChangedEntity.SERVICE) {
            for (var pair : stored.placesOf(record.id())) {
                if (!versions.containsKey(new TouchedRecord(pair.entity, pair.id))) {
                    throw new ConcurrentChangeException(pair.entity.wire());
                }
            }
        }
    }
}

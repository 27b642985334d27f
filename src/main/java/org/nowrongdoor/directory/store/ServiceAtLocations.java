package org.nowrongdoor.directory.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.directory.query.ServiceAtLocationFilter;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.http.record.Slice;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TouchRepository;

/** Which service is given at which place. Only public services at public places are ever read for others to see whole;
 *  of the others it is told when and how they are reached. */
@Singleton
public class ServiceAtLocations {

    private static final String TABLES = """
            from service_at_location x
            join service s on s.id = x.service_id and s.location_policy = 'PUBLIC'
            join location l on l.id = x.location_id and l.location_policy = 'PUBLIC'
            """;

    private static final String COLUMNS =
            "select x.id, x.service_id, " + TouchRepository.lastModified(ChangedEntity.SERVICE_AT_LOCATION, "x")
                    + ", x.body, l.id, l.organization_id, l.last_modified, l.body " + TABLES;

    private final JdbcReader rows;

    public ServiceAtLocations(JdbcReader rows) {
        this.rows = rows;
    }

    public Optional<ServiceAtLocationRow> findPublicRow(UUID id) {
        return rows.list(SqlBuilder.of(COLUMNS + "where x.id = ?", id), ServiceAtLocations::row).stream()
                .findFirst();
    }

    public long count(ServiceAtLocationFilter filter) {
        return rows.number(SqlBuilder.of("select count(*) " + TABLES + "where").add(filter.condition()));
    }

    public List<ServiceAtLocationRow> list(ServiceAtLocationFilter filter, Slice slice) {
        return rows.list(
                SqlBuilder.of(COLUMNS + "where")
                        .add(filter.condition())
                        .add(SqlBuilder.stretch("x.id", slice.after(), slice.offset(), slice.limit())),
                ServiceAtLocations::row);
    }

    public List<ServiceAtLocationRow> listPublicOfServices(Collection<UUID> serviceIds) {
        return rows.list(
                SqlBuilder.of(COLUMNS + "where x.service_id = any (?) order by x.id", serviceIds),
                ServiceAtLocations::row);
    }

    /** Every location of some services, whatever their policies. */
    public List<ServiceSiteRow> listSites(Collection<UUID> serviceIds) {
        var query = """
                select x.service_id, s.location_policy = 'PUBLIC' and l.location_policy = 'PUBLIC', x.body, l.body
                from service_at_location x join service s on s.id = x.service_id join location l on l.id = x.location_id
                where x.service_id = any (?) order by x.id
                """;
        return rows.list(
                SqlBuilder.of(query, serviceIds),
                row -> new ServiceSiteRow(
                        row.getObject(1, UUID.class), row.getBoolean(2), row.getString(3), row.getString(4)));
    }

    private static ServiceAtLocationRow row(ResultSet row) throws SQLException {
        var location = new LocationRow(
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                LocationPolicy.PUBLIC,
                row.getTimestamp(7).toInstant(),
                row.getString(8));
        return new ServiceAtLocationRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                location,
                row.getTimestamp(3).toInstant(),
                row.getString(4));
    }
}

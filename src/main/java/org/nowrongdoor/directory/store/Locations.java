package org.nowrongdoor.directory.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.query.Circle;
import org.nowrongdoor.directory.query.WantedLocations;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** The places of the directory. */
@Singleton
public class Locations implements PanacheRepositoryBase<Location, UUID> {

    // A place at which any service is given that is not public follows that one: the stricter policy holds.
    private static final String COLUMNS = """
            select l.id, l.organization_id, l.last_modified, l.body,
                case when l.location_policy = 'PUBLIC' and not (select coalesce(bool_and(s.location_policy = 'PUBLIC'), true)
                        from service_at_location x join service s on s.id = x.service_id where x.location_id = l.id)
                    then 'CONFIDENTIAL' else l.location_policy end
            from location l
            """;

    private final JdbcReader rows;

    public Locations(JdbcReader rows) {
        this.rows = rows;
    }

    public Optional<LocationRow> findRow(UUID id) {
        return rows.list(SqlBuilder.of(COLUMNS + "where l.id = ?", id), Locations::row).stream()
                .findFirst();
    }

    /** A place and how far it is from where someone asked. */
    public record Near(LocationRow place, double metres) {}

    public long count(WantedLocations wanted) {
        return rows.number(
                SqlBuilder.of("select count(*) from location l where").add(wanted.condition()));
    }

    /** Wanted places, the nearest first, then by id.
     *  @param metres how far the last one seen was
     *  @param after its id; null from the beginning */
    public List<Near> list(WantedLocations wanted, double metres, @Nullable UUID after, int limit) {
        var distance = wanted.near().map(Circle::metres).orElseGet(() -> SqlBuilder.of("0::double precision"));
        var sql = SqlBuilder.of("select l.id, l.organization_id, l.last_modified, l.body, 'PUBLIC',")
                .add(distance)
                .add("from location l where")
                .add(wanted.condition());
        if (after != null) {
            sql.add("and (").add(distance).add(", l.id) > (?, ?)", metres, after);
        }
        return rows.list(
                sql.add("order by 6, l.id limit ?", limit), row -> new Near(Locations.row(row), row.getDouble(6)));
    }

    /** Those places of organisations that are public. */
    public List<LocationRow> listPublicOfOrganizations(Collection<UUID> organizationIds) {
        return rows
                .list(
                        SqlBuilder.of(COLUMNS + "where l.organization_id = any (?)", organizationIds)
                                .add("and l.location_policy = 'PUBLIC' order by l.id"),
                        Locations::row)
                .stream()
                .filter(row -> row.policy() == LocationPolicy.PUBLIC)
                .toList();
    }

    private static LocationRow row(ResultSet row) throws SQLException {
        return new LocationRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                LocationPolicy.valueOf(row.getString(5)),
                row.getTimestamp(3).toInstant(),
                row.getString(4));
    }
}

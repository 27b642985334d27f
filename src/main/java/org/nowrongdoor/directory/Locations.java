package org.nowrongdoor.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.storage.Rows;
import org.nowrongdoor.storage.Sql;

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

    private final Rows rows;

    public Locations(Rows rows) {
        this.rows = rows;
    }

    Optional<LocationRow> findRow(UUID id) {
        return rows.list(Sql.of(COLUMNS + "where l.id = ?", id), Locations::row).stream()
                .findFirst();
    }

    /** Those places of organisations that are public. */
    List<LocationRow> listPublicOfOrganizations(Collection<UUID> organizationIds) {
        return rows
                .list(
                        Sql.of(COLUMNS + "where l.organization_id = any (?)", organizationIds)
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

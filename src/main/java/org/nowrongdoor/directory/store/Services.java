package org.nowrongdoor.directory.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.directory.query.ServiceFilter;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.http.record.Slice;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TouchRepository;

/** The services of the directory. */
@Singleton
public class Services implements PanacheRepositoryBase<Service, UUID> {

    private static final String COLUMNS = """
            select s.id, s.organization_id, s.kind, s.location_policy, %s, s.body,
                exists (select 1 from service_at_location x join location l on l.id = x.location_id
                    where x.service_id = s.id and l.location_policy <> 'PUBLIC')
            from service s
            """.formatted(TouchRepository.lastModified(ChangedEntity.SERVICE, "s"));

    private final JdbcReader rows;

    public Services(JdbcReader rows) {
        this.rows = rows;
    }

    public Optional<ServiceRow> findRow(UUID id) {
        return rows.list(SqlBuilder.of(COLUMNS + "where s.id = ?", id), Services::row).stream()
                .findFirst();
    }

    /** How many there are for which a condition on s holds. */
    public long count(SqlBuilder condition) {
        return rows.number(SqlBuilder.of("select count(*) from service s where").add(condition));
    }

    /** Those for which a condition on s holds, by id. */
    public List<ServiceRow> list(SqlBuilder condition, Slice slice) {
        return rows.list(
                SqlBuilder.of(COLUMNS + "where")
                        .add(condition)
                        .add(SqlBuilder.stretch("s.id", slice.after(), slice.offset(), slice.limit())),
                Services::row);
    }

    public List<ServiceRow> listOfOrganizations(Collection<UUID> organizationIds, Set<Kind> kinds) {
        return rows.list(
                SqlBuilder.of(COLUMNS + "where s.organization_id = any (?)", organizationIds)
                        .add("and s.kind = any (?) order by s.id", ServiceFilter.names(kinds)),
                Services::row);
    }

    public List<ServiceRow> listByIds(Collection<UUID> ids) {
        return rows.list(SqlBuilder.of(COLUMNS + "where s.id = any (?)", ids), Services::row);
    }

    private static ServiceRow row(ResultSet row) throws SQLException {
        return new ServiceRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Kind.valueOf(row.getString(3)),
                LocationPolicy.valueOf(row.getString(4)),
                row.getBoolean(7),
                row.getTimestamp(5).toInstant(),
                row.getString(6));
    }
}

package org.nowrongdoor.directory.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.record.Slice;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;
import org.nowrongdoor.storage.TouchRepository;

/** The organisations of the directory. */
@Singleton
public class Organizations {

    private static final String COLUMNS = """
            select o.id, %s, case when o.body -> 'partners' is not null then told_partners(o.id, o.body) else o.body end,
                exists (select 1 from service s where s.organization_id = o.id and s.location_policy <> 'PUBLIC')
                or exists (select 1 from location l where l.organization_id = o.id and l.location_policy <> 'PUBLIC')
            from organization o
            """.formatted(TouchRepository.lastModified(ChangedEntity.ORGANIZATION, "o"));

    private final JdbcReader rows;

    public Organizations(JdbcReader rows) {
        this.rows = rows;
    }

    public Optional<OrganizationRow> findRow(UUID id) {
        return listByIds(List.of(id)).stream().findFirst();
    }

    /** How many there are for which a condition on o holds. */
    public long count(SqlBuilder condition) {
        return rows.number(
                SqlBuilder.of("select count(*) from organization o where").add(condition));
    }

    /** Those for which a condition on o holds, by id. */
    public List<OrganizationRow> list(SqlBuilder condition, Slice slice) {
        return rows.list(
                SqlBuilder.of(COLUMNS + "where")
                        .add(condition)
                        .add(SqlBuilder.stretch("o.id", slice.after(), slice.offset(), slice.limit())),
                Organizations::row);
    }

    public List<OrganizationRow> listByIds(Collection<UUID> ids) {
        return rows.list(SqlBuilder.of(COLUMNS + "where o.id = any (?)", ids), Organizations::row);
    }

    private static OrganizationRow row(ResultSet row) throws SQLException {
        return new OrganizationRow(
                row.getObject(1, UUID.class),
                row.getBoolean(4),
                row.getTimestamp(2).toInstant(),
                row.getString(3));
    }
}

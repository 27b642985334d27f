package org.nowrongdoor.directory.query;

import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.storage.SqlBuilder;

/** Which organisations another room wants; everything asked for must be true of each. */
public record WantedOrganizations(Optional<UUID> id, Optional<NameMatch> name) {

    /** The condition on an organisation called o. */
    public SqlBuilder condition() {
        var sql = SqlBuilder.of("true");
        id.ifPresent(one -> sql.add("and o.id = ?", one));
        name.ifPresent(match -> sql.add("and (")
                .add(match.condition("o.name"))
                .add("or")
                .add(match.condition("coalesce(o.body ->> 'alternate_name', '')"))
                .add(")"));
        return sql;
    }
}

package org.nowrongdoor.directory.query;

import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.storage.SqlBuilder;

/** Which public places another room wants; everything asked for must be true of each. A place that is not public, or at
 *  which a service is given that is not, answers to none of it. */
public record WantedLocations(
        Optional<UUID> id,
        Optional<NameMatch> name,
        Optional<UUID> organizationId,
        Optional<String> city,
        Optional<String> state,
        Optional<String> postalCode,
        Optional<Circle> near) {

    /** The condition on a place called l. */
    public SqlBuilder condition() {
        var sql = isPublic();
        id.ifPresent(one -> sql.add("and l.id = ?", one));
        name.ifPresent(match -> sql.add("and").add(match.condition("coalesce(l.body ->> 'name', '')")));
        organizationId.ifPresent(one -> sql.add("and l.organization_id = ?", one));
        city.ifPresent(text -> sql.add("and").add(address("city", text)));
        state.ifPresent(text -> sql.add("and").add(address("state_province", text)));
        postalCode.ifPresent(text -> sql.add("and").add(address("postal_code", text)));
        near.ifPresent(circle -> sql.add("and").add(circle.condition()));
        return sql;
    }

    /** The condition that a place called l is public in every respect. */
    static SqlBuilder isPublic() {
        return SqlBuilder.of("l.location_policy = 'PUBLIC' and not exists (select 1 from service_at_location other")
                .add("join service strict on strict.id = other.service_id")
                .add("where other.location_id = l.id and strict.location_policy <> 'PUBLIC')");
    }

    private static SqlBuilder address(String member, String text) {
        return SqlBuilder.of(
                        "exists (select 1 from jsonb_array_elements(coalesce(l.body -> 'addresses', '[]')) as a where")
                .add(new NameMatch(text, NameMatch.How.AT_BEGINNING).condition("a ->> '" + member + "'"))
                .add(")");
    }
}

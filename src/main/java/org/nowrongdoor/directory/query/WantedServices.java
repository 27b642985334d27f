package org.nowrongdoor.directory.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.storage.SqlBuilder;

/** Which services another room wants, of those to which a person may be sent; everything asked for must be true of each.
 *  @param termIds one of these terms hangs on it
 *  @param locationId it is given at this public place
 *  @param areaIds one of these regions is among its areas, as far as its policy lets them be told */
public record WantedServices(
        Optional<UUID> id,
        Optional<NameMatch> name,
        Optional<Boolean> active,
        Optional<UUID> organizationId,
        Optional<List<UUID>> termIds,
        Optional<UUID> locationId,
        Optional<List<String>> areaIds) {

    /** The service with an id, if a person may be sent to it. */
    public static WantedServices one(UUID id) {
        return new WantedServices(
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The condition on a service called s. */
    public SqlBuilder condition() {
        var sql = SqlBuilder.of("s.kind = any (?)", ServiceFilter.names(KindFilter.helping()));
        id.ifPresent(one -> sql.add("and s.id = ?", one));
        name.ifPresent(match -> sql.add("and (")
                .add(match.condition("s.name"))
                .add("or")
                .add(match.condition("coalesce(s.body ->> 'alternate_name', '')"))
                .add(")"));
        active.ifPresent(yes -> sql.add("and (s.status = 'ACTIVE') = ?", yes));
        organizationId.ifPresent(one -> sql.add("and s.organization_id = ?", one));
        termIds.ifPresent(any -> sql.add("and s.term_ids && ?", any));
        locationId.ifPresent(place -> sql.add("and exists (select 1 from service_at_location x join location l")
                .add("on l.id = x.location_id where x.service_id = s.id and l.id = ? and", place)
                .add(WantedLocations.isPublic())
                .add(")"));
        areaIds.ifPresent(any -> sql.add("and").add(areas(any)));
        return sql;
    }

    private static SqlBuilder areas(List<String> wanted) {
        return SqlBuilder.of(
                        "exists (select 1 from jsonb_array_elements(coalesce(s.body -> 'service_areas', '[]')) as a")
                .add("where coalesce(a ->> 'extent_type', 'text') = 'text' and case s.location_policy")
                .add("when 'PUBLIC' then a ->> 'extent' = any (?)", wanted)
                .add("when 'CONFIDENTIAL' then a ->> 'extent' = any (?)", told(wanted, LocationPolicy.CONFIDENTIAL))
                .add("else a ->> 'extent' = any (?) end)", told(wanted, LocationPolicy.HIDDEN));
    }

    private static List<String> told(List<String> wanted, LocationPolicy policy) {
        return wanted.stream()
                .filter(area -> PolicyRedactor.maySayArea(area, policy))
                .toList();
    }
}

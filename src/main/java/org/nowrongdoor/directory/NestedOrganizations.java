package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nowrongdoor.directory.store.LocationRow;
import org.nowrongdoor.directory.store.Locations;
import org.nowrongdoor.directory.store.OrganizationRow;
import org.nowrongdoor.directory.store.Organizations;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RenderedRecord;

/** Organisations as they are shown, with their public places where everything is asked for. */
@Singleton
class NestedOrganizations {

    private final Organizations organizations;
    private final Locations locations;
    private final PublishedView outside;

    NestedOrganizations(Organizations organizations, Locations locations, PublishedView outside) {
        this.organizations = organizations;
        this.locations = locations;
        this.outside = outside;
    }

    /** Those of these that exist, by id. */
    Map<UUID, RenderedRecord> byId(Collection<UUID> ids, DetailLevel shape) {
        var rows = organizations.listByIds(ids);
        var shown = show(rows, shape);
        // Told by the organization itself: what others say of it is no part of a service.
        shown.forEach(organization -> organization.body().remove("partners"));
        return IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.toMap(i -> rows.get(i).id(), shown::get));
    }

    /** One for each row, in that order, without services. */
    List<RenderedRecord> show(List<OrganizationRow> rows, DetailLevel shape) {
        var places = shape == DetailLevel.FULL ? placesOf(rows) : Map.<UUID, List<LocationRow>>of();
        return rows.stream()
                .map(row -> show(row, shape, places.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private RenderedRecord show(OrganizationRow row, DetailLevel shape, List<LocationRow> places) {
        var shown = new RenderedRecord(outside.organization(row, shape), row.lastModified());
        if (places.isEmpty()) {
            return shown;
        }
        var list = shown.body().putArray("locations");
        for (var place : places) {
            var location = outside.location(place, shape);
            location.remove("organization_id");
            list.add(location);
            shown = shown.touched(place.lastModified());
        }
        return shown;
    }

    private Map<UUID, List<LocationRow>> placesOf(List<OrganizationRow> rows) {
        var ids = rows.stream().map(OrganizationRow::id).toList();
        return locations.listPublicOfOrganizations(ids).stream()
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.organizationId())));
    }
}

package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.query.ServiceFilter;
import org.nowrongdoor.directory.query.WantedServices;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.store.ServiceAtLocationRow;
import org.nowrongdoor.directory.store.ServiceAtLocations;
import org.nowrongdoor.directory.store.ServiceRow;
import org.nowrongdoor.directory.store.Services;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RecordList;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.storage.SqlBuilder;

/** Services as they are shown, with their organisation and the public places where they are given.
 *  However many there are, what is nested in them is read with one statement a kind. */
@Singleton
public class ServiceViews {

    private final Services services;
    private final ServiceAtLocations places;
    private final NestedOrganizations organizations;
    private final PublishedView outside;

    ServiceViews(
            Services services, ServiceAtLocations places, NestedOrganizations organizations, PublishedView outside) {
        this.services = services;
        this.places = places;
        this.organizations = organizations;
        this.outside = outside;
    }

    /** The service with this id, whole and of whatever kind, as far as its policy lets be told. */
    public Optional<RenderedRecord> find(UUID id) {
        return find(id, DetailLevel.FULL);
    }

    /** The service with this id, as much of it as is asked for. */
    Optional<RenderedRecord> find(UUID id, DetailLevel shape) {
        return services.findRow(id).map(row -> show(List.of(row), shape).get(0));
    }

    /** The services that pass a filter. */
    RecordList listing(ServiceFilter filter, DetailLevel shape) {
        return listing(filter.condition(), shape);
    }

    /** The services that are wanted, whole. */
    public RecordList listing(WantedServices wanted) {
        return listing(wanted.condition(), DetailLevel.FULL);
    }

    private RecordList listing(SqlBuilder condition, DetailLevel shape) {
        return RecordList.of(() -> services.count(condition), slice -> show(services.list(condition, slice), shape));
    }

    /** One for each row, in that order. */
    List<RenderedRecord> show(List<ServiceRow> rows, DetailLevel shape) {
        return withOrganizations(rows, withPlaces(rows, shape), shape);
    }

    /** One for each row, as they stand within their organisation. */
    List<RenderedRecord> showWithoutOrganization(List<ServiceRow> rows, DetailLevel shape) {
        var shown = withPlaces(rows, shape);
        shown.forEach(service -> service.body().remove("organization_id"));
        return shown;
    }

    /** One for each row, as they stand at one of their places. */
    List<RenderedRecord> showWithoutPlaces(List<ServiceRow> rows, DetailLevel shape) {
        return withOrganizations(rows, bare(rows, shape), shape);
    }

    private List<RenderedRecord> bare(List<ServiceRow> rows, DetailLevel shape) {
        return rows.stream().map(row -> outside.rendered(row, shape)).toList();
    }

    private List<RenderedRecord> withPlaces(List<ServiceRow> rows, DetailLevel shape) {
        if (shape != DetailLevel.FULL) {
            return bare(rows, shape);
        }
        var ids = rows.stream().map(ServiceRow::id).toList();
        var found = places.listPublicOfServices(ids).stream()
                .collect(Collectors.groupingBy(ServiceAtLocationRow::serviceId));
        return rows.stream()
                .map(row -> withPlaces(row, found.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private RenderedRecord withPlaces(ServiceRow row, List<ServiceAtLocationRow> found) {
        var shown = outside.rendered(row, DetailLevel.FULL);
        if (found.isEmpty()) {
            return shown;
        }
        var list = shown.body().putArray("service_at_locations");
        for (var place : found) {
            var at = outside.serviceAtLocation(place, DetailLevel.FULL);
            at.remove("service_id");
            ForeignKeys.dropOrganization(at, row.organizationId());
            list.add(at);
            shown = shown.touched(place.lastModified()).touched(place.location().lastModified());
        }
        return shown;
    }

    private List<RenderedRecord> withOrganizations(
            List<ServiceRow> rows, List<RenderedRecord> shown, DetailLevel shape) {
        if (shape == DetailLevel.MINIMAL) {
            return shown;
        }
        var ids = rows.stream()
                .map(ServiceRow::organizationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var found = organizations.byId(ids, shape);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> withOrganization(rows.get(i), shown.get(i), found))
                .toList();
    }

    private static RenderedRecord withOrganization(
            ServiceRow row, RenderedRecord service, Map<UUID, RenderedRecord> found) {
        @Nullable RenderedRecord organization = row.organizationId() == null ? null : found.get(row.organizationId());
        if (organization == null) {
            return service;
        }
        var body = organization.body();
        if (row.policy() != LocationPolicy.PUBLIC) {
            // Next to a place that must not be found, no other place of the same organisation is shown.
            body = body.deepCopy();
            body.remove("locations");
        }
        service.body().remove("organization_id");
        service.body().set("organization", body);
        return service.touched(organization.lastModified());
    }
}

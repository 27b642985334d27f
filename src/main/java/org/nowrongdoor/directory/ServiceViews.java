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
import org.nowrongdoor.http.record.Listing;
import org.nowrongdoor.http.record.Shape;
import org.nowrongdoor.http.record.Shown;
import org.nowrongdoor.storage.Sql;

/** Services as they are shown, with their organisation and the public places where they are given.
 *  However many there are, what is nested in them is read with one statement a kind. */
@Singleton
public class ServiceViews {

    private final Services services;
    private final ServiceAtLocations places;
    private final NestedOrganizations organizations;
    private final OutsideView outside;

    ServiceViews(Services services, ServiceAtLocations places, NestedOrganizations organizations, OutsideView outside) {
        this.services = services;
        this.places = places;
        this.organizations = organizations;
        this.outside = outside;
    }

    /** The service with this id, whole and of whatever kind, as far as its policy lets be told. */
    public Optional<Shown> find(UUID id) {
        return find(id, Shape.FULL);
    }

    /** The service with this id, as much of it as is asked for. */
    Optional<Shown> find(UUID id, Shape shape) {
        return services.findRow(id).map(row -> show(List.of(row), shape).get(0));
    }

    /** The services that pass a filter. */
    Listing listing(ServiceFilter filter, Shape shape) {
        return listing(filter.condition(), shape);
    }

    /** The services that are wanted, whole. */
    public Listing listing(WantedServices wanted) {
        return listing(wanted.condition(), Shape.FULL);
    }

    private Listing listing(Sql condition, Shape shape) {
        return Listing.of(() -> services.count(condition), slice -> show(services.list(condition, slice), shape));
    }

    /** One for each row, in that order. */
    List<Shown> show(List<ServiceRow> rows, Shape shape) {
        return withOrganizations(rows, withPlaces(rows, shape), shape);
    }

    /** One for each row, as they stand within their organisation. */
    List<Shown> showWithoutOrganization(List<ServiceRow> rows, Shape shape) {
        var shown = withPlaces(rows, shape);
        shown.forEach(service -> service.body().remove("organization_id"));
        return shown;
    }

    /** One for each row, as they stand at one of their places. */
    List<Shown> showWithoutPlaces(List<ServiceRow> rows, Shape shape) {
        return withOrganizations(rows, bare(rows, shape), shape);
    }

    private List<Shown> bare(List<ServiceRow> rows, Shape shape) {
        return rows.stream()
                .map(row -> new Shown(outside.service(row, shape), row.lastModified()))
                .toList();
    }

    private List<Shown> withPlaces(List<ServiceRow> rows, Shape shape) {
        if (shape != Shape.FULL) {
            return bare(rows, shape);
        }
        var ids = rows.stream().map(ServiceRow::id).toList();
        var found = places.listPublicOfServices(ids).stream()
                .collect(Collectors.groupingBy(ServiceAtLocationRow::serviceId));
        return rows.stream()
                .map(row -> withPlaces(row, found.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Shown withPlaces(ServiceRow row, List<ServiceAtLocationRow> found) {
        var shown = new Shown(outside.service(row, Shape.FULL), row.lastModified());
        if (found.isEmpty()) {
            return shown;
        }
        var list = shown.body().putArray("service_at_locations");
        for (var place : found) {
            var at = outside.serviceAtLocation(place, Shape.FULL);
            at.remove("service_id");
            ForeignKeys.dropOrganization(at, row.organizationId());
            list.add(at);
            shown = shown.touched(place.lastModified()).touched(place.location().lastModified());
        }
        return shown;
    }

    private List<Shown> withOrganizations(List<ServiceRow> rows, List<Shown> shown, Shape shape) {
        if (shape == Shape.MINIMAL) {
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

    private static Shown withOrganization(ServiceRow row, Shown service, Map<UUID, Shown> found) {
        @Nullable Shown organization = row.organizationId() == null ? null : found.get(row.organizationId());
        if (organization == null) {
            return service;
        }
        var body = organization.body();
        if (row.policy() != LocationPolicy.PUBLIC) {
            // Beside a place that must not be found, no other place of the same organisation is shown.
            body = body.deepCopy();
            body.remove("locations");
        }
        service.body().remove("organization_id");
        service.body().set("organization", body);
        return service.touched(organization.lastModified());
    }
}

package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nowrongdoor.directory.query.ServiceAtLocationFilter;
import org.nowrongdoor.directory.store.ServiceAtLocationRow;
import org.nowrongdoor.directory.store.ServiceAtLocations;
import org.nowrongdoor.directory.store.ServiceRow;
import org.nowrongdoor.directory.store.Services;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RecordList;
import org.nowrongdoor.http.record.RenderedRecord;

/** Services at places as they are shown, each with its service and its place. */
@Singleton
public class ServiceAtLocationViews {

    private final ServiceAtLocations places;
    private final Services services;
    private final ServiceViews views;
    private final PublishedView outside;

    ServiceAtLocationViews(ServiceAtLocations places, Services services, ServiceViews views, PublishedView outside) {
        this.places = places;
        this.services = services;
        this.views = views;
        this.outside = outside;
    }

    /** The service at a place with this id, whole; absent unless both are public. */
    public Optional<RenderedRecord> find(UUID id) {
        return find(id, DetailLevel.FULL);
    }

    /** The service at a place with this id, as much of it as is asked for. */
    Optional<RenderedRecord> find(UUID id, DetailLevel shape) {
        return places.findPublicRow(id).map(row -> show(List.of(row), shape).get(0));
    }

    /** The services at places that pass a filter. */
    RecordList listing(ServiceAtLocationFilter filter, DetailLevel shape) {
        return RecordList.of(() -> places.count(filter), slice -> show(places.list(filter, slice), shape));
    }

    /** One for each row, in that order. */
    List<RenderedRecord> show(List<ServiceAtLocationRow> rows, DetailLevel shape) {
        var given = shape == DetailLevel.MINIMAL ? Map.<UUID, Given>of() : servicesOf(rows, shape);
        return rows.stream().map(row -> show(row, shape, given)).toList();
    }

    private RenderedRecord show(ServiceAtLocationRow row, DetailLevel shape, Map<UUID, Given> services) {
        var shown = new RenderedRecord(outside.serviceAtLocation(row, shape), row.lastModified());
        var given = services.get(row.serviceId());
        if (given == null) {
            return shown;
        }
        shown.body().remove("service_id");
        shown.body().set("service", given.shown().body());
        ForeignKeys.dropOrganization(shown.body(), given.row().organizationId());
        return shown.touched(row.location().lastModified())
                .touched(given.shown().lastModified());
    }

    private Map<UUID, Given> servicesOf(List<ServiceAtLocationRow> rows, DetailLevel shape) {
        var ids = rows.stream().map(ServiceAtLocationRow::serviceId).collect(Collectors.toSet());
        var found = services.listByIds(ids);
        var shown = views.showWithoutPlaces(found, shape);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Given(found.get(i), shown.get(i)))
                .collect(Collectors.toMap(given -> given.row().id(), given -> given));
    }

    /** A service that is given somewhere, as it was read and as it is shown. */
    private record Given(ServiceRow row, RenderedRecord shown) {}
}

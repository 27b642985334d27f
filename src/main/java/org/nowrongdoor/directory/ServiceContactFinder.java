package org.nowrongdoor.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nowrongdoor.directory.contact.ServiceContact;
import org.nowrongdoor.directory.contact.ServiceSite;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.ServiceAtLocations;
import org.nowrongdoor.directory.store.ServiceSiteRow;
import org.nowrongdoor.http.parameter.JsonTrees;
import org.nowrongdoor.http.record.RenderedRecord;

/** Finds how services are reached, where their records leave it to their locations too. */
@Singleton
public class ServiceContactFinder {

    private static final List<String> NEEDED =
            List.of("id", "name", "status", "location_type", "phones", "contacts", "schedules", "languages");

    private final ServiceAtLocations locations;
    private final JsonTrees trees;

    ServiceContactFinder(ServiceAtLocations locations, JsonTrees trees) {
        this.locations = locations;
        this.trees = trees;
    }

    /** One for each service, in that order, read with one statement.
     *  @param shown services as {@link ServiceViews} shows them, whole */
    public List<ServiceContact> list(List<RenderedRecord> shown) {
        var records = shown.stream()
                .map(service -> read(service.body().deepCopy(), ServiceRecord.class))
                .toList();
        var ids = records.stream().map(ServiceRecord::id).toList();
        var sites = ids.isEmpty()
                ? Map.<UUID, List<ServiceSite>>of()
                : locations.listSites(ids).stream()
                        .collect(Collectors.groupingBy(
                                ServiceSiteRow::serviceId, Collectors.mapping(this::site, Collectors.toList())));
        return IntStream.range(0, shown.size())
                .mapToObj(i -> ServiceContact.of(
                        records.get(i), sites.getOrDefault(ids.get(i), List.of()), ofOrganization(shown.get(i))))
                .toList();
    }

    private ServiceSite site(ServiceSiteRow row) {
        var pair = read(trees.read(row.pair()), ServiceAtLocationRecord.class);
        var location = read(trees.read(row.location()), LocationRecord.class);
        return row.isPublic() ? ServiceSite.ofPublic(pair, location) : ServiceSite.ofWithheld(pair, location);
    }

    private <T> T read(ObjectNode record, Class<T> type) {
        return trees.record(record.retain(NEEDED), type);
    }

    private List<Phone> ofOrganization(RenderedRecord shown) {
        return trees.list(shown.body().path("organization").path("phones"), Phone.class);
    }
}

package org.nowrongdoor.search.index;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.contact.ServiceContact;
import org.nowrongdoor.directory.contact.ServiceSite;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.directory.store.Service;
import org.nowrongdoor.directory.store.ServiceAtLocation;

/** A service's row with its organisation's and its locations'.
 *  @param withheld the token of the last change by which the service told less; null where there was none */
public record ServiceRows(
        Service service,
        @Nullable Organization organization,
        List<Site> sites,
        @Nullable UUID withheld) {

    /** A location, and what is said of the service there. */
    public record Site(ServiceAtLocation pair, Location location) {}

    /** The locations that may be told. */
    List<Location> publicLocations() {
        return sites.stream().filter(this::isPublic).map(Site::location).toList();
    }

    private boolean isPublic(Site site) {
        return service.locationPolicy == LocationPolicy.PUBLIC && site.location.locationPolicy == LocationPolicy.PUBLIC;
    }

    /** How the service is reached, by all of these rows. */
    ServiceContact contact() {
        var said = sites.stream()
                .map(site -> isPublic(site)
                        ? ServiceSite.ofPublic(site.pair.body, site.location.body)
                        : ServiceSite.ofWithheld(site.pair.body, site.location.body))
                .toList();
        return ServiceContact.of(service.body, said, organization == null ? List.of() : organization.body.phones());
    }
}

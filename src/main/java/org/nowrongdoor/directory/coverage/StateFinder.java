package org.nowrongdoor.directory.coverage;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.nowrongdoor.directory.coverage.CoverageRepository.CountedEntry;
import org.nowrongdoor.directory.coverage.CoverageRepository.CountedSite;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;

/** In which states a service is published to be. A service that is withheld has no public site: its area is all. */
@Singleton
class StateFinder {

    private final Regions regions;
    private final PlaceFinder places;

    StateFinder(Regions regions, PlaceFinder places) {
        this.regions = regions;
        this.places = places;
    }

    /** The ids of the states that it serves or stands in, or that of the nation. */
    Set<String> statesOf(CountedEntry service) {
        var found = new HashSet<String>();
        for (var area : service.areas()) {
            regions.find(area).map(StateFinder::stateOrNation).ifPresent(found::add);
        }
        for (var site : service.sites()) {
            at(site).map(StateFinder::stateOrNation).ifPresent(found::add);
        }
        return found;
    }

    private static String stateOrNation(Region region) {
        return region.stateCode() == null ? Region.NATION : region.stateCode();
    }

    /** As a search knows where a site is: by its coordinates, else by its postal code; else by the state of its address. */
    private Optional<Region> at(CountedSite site) {
        return point(site)
                .or(() -> places.findPostalCode(site.postalCode()).resolved())
                .or(() -> places.findState(site.state()))
                .filter(region -> region.kind() != RegionKind.NATION);
    }

    private Optional<Region> point(CountedSite site) {
        if (site.latitude() == null || site.longitude() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(places.findPoint(site.latitude(), site.longitude()))
                    .flatMap(Place::resolved);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}

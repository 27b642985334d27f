package org.nowrongdoor.search.index;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Stream;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.region.PlaceFinder;

/** The smallest regions in which a public site is known to lie. */
@Singleton
class SiteRegions {

    private final PlaceFinder finder;

    SiteRegions(PlaceFinder finder) {
        this.finder = finder;
    }

    /** The county around its point, and the place that its address names in that county. */
    Stream<String> regionsOf(Location site) {
        var named = site.body.addresses().stream()
                .map(a -> finder.find(a.city() + ", " + a.stateProvince()))
                .flatMap(p -> p.resolved().stream())
                .map(r -> r.id());
        try {
            var around = finder
                    .findPoint(Objects.requireNonNull(site.latitude), Objects.requireNonNull(site.longitude))
                    .resolved()
                    .map(r -> r.id())
                    .stream();
            return Stream.concat(around, named);
        } catch (ProblemException e) {
            return named;
        }
    }
}

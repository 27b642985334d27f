package org.nowrongdoor.search.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.nowrongdoor.directory.record.Address;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;

/** The smallest regions in which a public site is known to lie. */
@Singleton
class SiteRegions {

    private static final String PHYSICAL = "physical";
    // 20,000: each is asked several times for one site, and for every site of a town. Some 5 MB.
    private static final int MOST_KNOWN = 20_000;

    private final PlaceFinder finder;
    private final Regions regions;
    private final Cache<String, Optional<Region>> byCode = known();
    private final Cache<String, Optional<Region>> byTown = known();

    SiteRegions(PlaceFinder finder, Regions regions) {
        this.finder = finder;
        this.regions = regions;
    }

    private static Cache<String, Optional<Region>> known() {
        return Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    }

    /** The county in which it lies, by its coordinates, else by the postal code of its address, else by the city; and the place
     *  that its address names there. */
    Stream<String> regionsOf(Location site) {
        var addresses = site.body.addresses().stream()
                .sorted(Comparator.comparing(address -> !PHYSICAL.equals(address.addressType())))
                .toList();
        var around = around(site)
                .or(() -> addresses.stream()
                        .flatMap(address -> byPostalCode(address).or(() -> byCity(address)).stream())
                        .findFirst());
        return around.stream()
                .flatMap(region -> Stream.concat(
                        Stream.of(region.id()),
                        addresses.stream()
                                .flatMap(address -> byCity(address).stream())
                                .filter(town -> regions.covers(region.id(), town.id()))
                                .map(Region::id)
                                .limit(1)));
    }

    private Optional<Region> around(Location site) {
        if (site.latitude == null || site.longitude == null) {
            return Optional.empty();
        }
        try {
            return finder.findPoint(site.latitude, site.longitude).resolved();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Optional<Region> byPostalCode(Address address) {
        return Optional.ofNullable(address.postalCode())
                .flatMap(code -> byCode.get(
                        code, unknown -> finder.findPostalCode(unknown).resolved()))
                .filter(region -> region.kind() != RegionKind.NATION);
    }

    private Optional<Region> byCity(Address address) {
        return byTown.get(
                address.city() + ", " + address.stateProvince(),
                unknown -> finder.findExactly(unknown).resolved());
    }
}

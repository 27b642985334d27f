package org.nowrongdoor.exchange.check;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.text.FoldedText;

/** The areas that a service may name. */
@Singleton
public class KnownAreas {

    private final Regions regions;
    private final PlaceFinder finder;

    /** The areas of a gazetteer. */
    public KnownAreas(Regions regions, PlaceFinder finder) {
        this.regions = regions;
        this.finder = finder;
    }

    public Optional<Region> find(String id) {
        return regions.find(id);
    }

    /** The region that an extent means: its id, in letters of any size, or its name. A drawing means none. */
    public Optional<Region> extent(@Nullable String extent) {
        if (extent == null) {
            return Optional.empty();
        }
        var text = extent.strip();
        return find(text)
                .or(() -> find(text.toUpperCase(Locale.ROOT)))
                .or(() -> find(inLetters(text)))
                .or(() -> named(text));
    }

    /** An id as ids are written: {@code us}, {@code MN/minneapolis}. */
    private static String inLetters(String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? id.toLowerCase(Locale.ROOT)
                : id.substring(0, slash).toUpperCase(Locale.ROOT)
                        + id.substring(slash).toLowerCase(Locale.ROOT);
    }

    /** The one area that a name means; empty when none or several are called so. A slip of the pen names nothing: what is
     *  stored must be sure. */
    public Optional<Region> named(String name) {
        return finder.findExactly(name)
                .resolved()
                .filter(region ->
                        FoldedText.of(name).contains(FoldedText.of(region.name().replaceAll(",.*", ""))));
    }

    /** The smallest area around one that a policy lets be told: the county, for hidden the state. */
    public Region widen(Region region, LocationPolicy policy) {
        return regions.widen(region.id(), policy == LocationPolicy.HIDDEN ? RegionKind.STATE : RegionKind.COUNTY);
    }
}

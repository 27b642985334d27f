package org.nowrongdoor.region;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A region as it is shown. */
@Schema(name = "Region", description = "An area of the offline gazetteer")
public record RegionView(
        @Schema(examples = "27053") String id,
        RegionKind kind,
        @Schema(examples = "Hennepin County, MN") String name,

        @Schema(description = "The smallest larger area; null for the nation") @Nullable String parentId,

        @Schema(examples = "MN", nullable = true) @Nullable String state,

        double latitude,
        double longitude,

        @Schema(description = "Of a place; of anything larger the rough sum over its places")
        int population,

        @Schema(examples = "America/Chicago") @Nullable String timeZone,

        @Schema(description = "What it lies in, the smallest first")
        List<Named> ancestors,

        @Schema(
                description =
                        "Counties whose bounds were redrawn overlap it and are still found; most regions have none")
        List<Named> overlaps) {

    /** A region by name. */
    @Schema(name = "RegionName")
    public record Named(String id, String name) {

        static Named of(Region region) {
            return new Named(region.id(), region.name());
        }
    }

    static RegionView of(Region region, Regions regions) {
        var ancestors = regions.ancestors(region);
        var overlaps = regions.covering(region.id()).stream()
                .map(regions::get)
                .filter(other -> !other.equals(region) && !ancestors.contains(other))
                .map(Named::of)
                .toList();
        return new RegionView(
                region.id(),
                region.kind(),
                region.name(),
                region.parentId(),
                region.stateCode(),
                region.latitude(),
                region.longitude(),
                region.population(),
                region.timeZone(),
                ancestors.stream().map(Named::of).toList(),
                overlaps);
    }
}

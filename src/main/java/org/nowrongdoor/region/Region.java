package org.nowrongdoor.region;

import org.jspecify.annotations.Nullable;

/** An area of the gazetteer.
 *  @param id {@code us}, a state {@code MN}, a county by its FIPS code {@code 27053}, a place {@code MN/minneapolis}
 *  @param name as it is shown: {@code Hennepin County, MN}
 *  @param parentId the smallest larger area it lies in; null for the nation alone
 *  @param stateCode two letters; null for the nation
 *  @param latitude of a place itself, of anything larger the middle of its people
 *  @param population of a place as GeoNames gives it; of anything larger the sum over its places, a rough measure to rank by
 *  @param timeZone IANA zone of most of its people; null for the nation */
public record Region(
        String id,
        RegionKind kind,
        String name,
        @Nullable String parentId,
        @Nullable String stateCode,
        double latitude,
        double longitude,
        int population,
        @Nullable String timeZone) {

    /** The id of the nation. */
    public static final String NATION = "us";

    /** Where it is, or the middle of where its people are. */
    public Point point() {
        return new Point(latitude, longitude);
    }
}

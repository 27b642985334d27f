package org.nowrongdoor.region;

import java.util.concurrent.CompletableFuture;

/** The gazetteer that travels in the jar, and the names in it: read once, while the rest of the start goes on. */
public final class PackagedGazetteer {

    private static final CompletableFuture<Gazetteer> REGIONS = CompletableFuture.supplyAsync(GazetteerReader::read);
    private static final CompletableFuture<PlaceNames> NAMES = REGIONS.thenApply(PlaceNames::new);

    private PackagedGazetteer() {}

    /** Has it read from now on, for those who ask later: a start waits for its database first. */
    public static void begin() {
        // Being named is enough: it begins as this class is loaded.
    }

    static Gazetteer regions() {
        return REGIONS.join();
    }

    static PlaceNames names() {
        return NAMES.join();
    }
}

package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.http.Shape;
import org.nowrongdoor.http.Shown;

/** Places as they are shown by themselves. */
@Singleton
public class LocationViews {

    private final Locations locations;
    private final OutsideView outside;

    LocationViews(Locations locations, OutsideView outside) {
        this.locations = locations;
        this.outside = outside;
    }

    /** The place with this id, as far as its policy lets be told. */
    public Optional<Shown> find(UUID id) {
        return locations.findRow(id).map(row -> new Shown(outside.location(row, Shape.FULL), row.lastModified()));
    }
}

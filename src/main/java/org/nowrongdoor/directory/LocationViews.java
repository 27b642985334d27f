package org.nowrongdoor.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.query.LocationHit;
import org.nowrongdoor.directory.query.WantedLocations;
import org.nowrongdoor.directory.store.LocationRow;
import org.nowrongdoor.directory.store.Locations;
import org.nowrongdoor.http.record.DetailLevel;
import org.nowrongdoor.http.record.RenderedRecord;

/** Places as they are shown by themselves. */
@Singleton
public class LocationViews {

    private final Locations locations;
    private final PublishedView outside;

    LocationViews(Locations locations, PublishedView outside) {
        this.locations = locations;
        this.outside = outside;
    }

    /** How many public places are wanted. */
    public long count(WantedLocations wanted) {
        return locations.count(wanted);
    }

    /** Wanted public places, the nearest first, then by id.
     *  @param last where the page before ended; null for the first */
    public List<LocationHit> list(WantedLocations wanted, @Nullable LocationHit last, int limit) {
        var found = last == null
                ? locations.list(wanted, 0, null, limit)
                : locations.list(wanted, last.metres(), last.id(), limit);
        return found.stream()
                .map(near -> new LocationHit(near.place().id(), shown(near.place()), near.metres()))
                .toList();
    }

    private RenderedRecord shown(LocationRow row) {
        return new RenderedRecord(outside.location(row, DetailLevel.FULL), row.lastModified());
    }

    /** The place with this id, as far as its policy lets be told. */
    public Optional<RenderedRecord> find(UUID id) {
        return locations.findRow(id).map(this::shown);
    }
}

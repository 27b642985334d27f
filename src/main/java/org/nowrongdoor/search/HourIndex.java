package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.Schedule;

/** Opening hours on their way into the index and into a query. */
@Singleton
class HourIndex {

    List<String> tokens(List<Schedule> schedules, @Nullable String zone) {
        return List.of();
    }

    List<String> at(java.time.Instant moment) {
        return List.of("none");
    }

    Hit.Open state(StoredService service, java.time.Instant now) {
        return new Hit.Open("unknown", null, null);
    }
}

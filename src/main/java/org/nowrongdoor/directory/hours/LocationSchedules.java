package org.nowrongdoor.directory.hours;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Schedule;
import org.nowrongdoor.http.record.HsdsShape;

/** The schedules that count at some locations, or wherever a service is given.
 *  @param locationIds the public locations at which they count; none where they count everywhere, or at no public one
 *  @param schedules none where nothing is said of it
 *  @param zone IANA time zone there; null where that is not known */
@HsdsShape
public record LocationSchedules(
        List<UUID> locationIds,
        List<Schedule> schedules,
        @Nullable String zone) {}

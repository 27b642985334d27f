package org.nowrongdoor.directory.contact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Schedule;

/** The schedules that count for a service at one location.
 *  @param locationId null where they are the service's own and count at every location
 *  @param schedules none where nothing is said of the location */
public record StatedHours(@Nullable UUID locationId, List<Schedule> schedules) {}

package org.nowrongdoor.directory.hours;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whether something is open at a moment, as far as its schedules say.
 *  @param until when it closes; null unless open, and where it does not close within a month
 *  @param opensAt when it opens next; null unless closed, and where that is more than 13 months ahead */
public record OpenState(
        State state,
        @Nullable OffsetDateTime until,
        @Nullable OffsetDateTime opensAt) {

    /** Unknown is neither: no schedule speaks of the day, or one does that cannot be read. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("unknown")
        UNKNOWN
    }
}

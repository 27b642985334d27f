package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** Whether there was room when someone last said so; past {@code expiresAt} it reads unknown. */
@HsdsShape
public record Capacity(
        Code code,
        @Nullable OffsetDateTime reportedAt,
        @Nullable OffsetDateTime expiresAt) {

    /** Gravity's capacity codes. */
    @Schema(name = "CapacityCode")
    public enum Code {
        @JsonProperty("capacity")
        CAPACITY,
        @JsonProperty("no-capacity")
        NO_CAPACITY,
        @JsonProperty("waitlist")
        WAITLIST,
        @JsonProperty("additional-assessment-required")
        ADDITIONAL_ASSESSMENT_REQUIRED,
        @JsonProperty("unknown")
        UNKNOWN
    }
}

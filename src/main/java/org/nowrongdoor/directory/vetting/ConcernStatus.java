package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** How far a concern has come. Anyone sees those that are {@code shown}; vetters see all. */
@Schema(name = "ConcernStatus")
public enum ConcernStatus {
    /** A second organisation has to look at it. */
    WAITING,
    /** Two have confirmed it, and its organisation may reply before it is shown. */
    REPLYING,
    SHOWN,
    /** Fewer than two confirm it still: one thinks otherwise now, or has not looked for a year. */
    LAPSED;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }
}

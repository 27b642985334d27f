package org.nowrongdoor.directory.vetting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How long a vetting file waits for its organisation. */
@ConfigMapping(prefix = "directory.vetting")
public interface VettingConfig {

    /** The days in which an organisation may reply before anything new of its file is shown. */
    @WithDefault("30")
    @Min(0) @Max(365) int replyDays();
}

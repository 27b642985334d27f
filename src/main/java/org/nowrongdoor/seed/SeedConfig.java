package org.nowrongdoor.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a new directory starts with. */
@ConfigMapping(prefix = "directory.seed")
public interface SeedConfig {

    /** Whether an empty directory is filled from the packaged records. */
    @WithDefault("true")
    boolean onStart();
}

package org.nowrongdoor.exchange.removal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How soon the files of the database are cleared of what was removed. */
@ConfigMapping(prefix = "directory.removal")
public interface RemovalConfig {

    /** How often it is looked whether something was removed; {@code off} for never. */
    @WithDefault("30s")
    String sweepEvery();

    /** Tables of up to so many megabytes are rewritten, which holds up their readers for about a second; larger ones are
     *  vacuumed, and what was removed lies in free space until other rows take it. */
    @WithDefault("64")
    int rewriteMegabytes();
}

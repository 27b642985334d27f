package org.nowrongdoor.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may do what, as the operator sets it. */
@ConfigMapping(prefix = "directory.access")
public interface AccessConfig {

    /** Accepted as a key with every scope; without it nobody is admin. */
    Optional<String> adminKey();
}

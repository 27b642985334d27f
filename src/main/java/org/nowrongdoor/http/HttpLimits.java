package org.nowrongdoor.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one request may ask of the server. */
@ConfigMapping(prefix = "directory.http")
public interface HttpLimits {

    /** The largest body, imports apart. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The longest path and query together, in bytes. */
    @WithDefault("8192")
    int maxUrl();

    /** The most query parameters, repeated ones counted each time. */
    @WithDefault("100")
    int maxParameters();
}

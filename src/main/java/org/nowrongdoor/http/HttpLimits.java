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

    /** The longest that a body may take to arrive, imports apart. */
    @WithDefault("30")
    int bodySeconds();

    /** The most requests at work at once; one more is sent away. Some 60 ms of work for two cores. */
    @WithDefault("128")
    int inFlight();

    /** The most requests of which the body is still on its way. Each costs a connection and what has come of it. */
    @WithDefault("4096")
    int arriving();

    /** The most requests that wait for changes at once. */
    @WithDefault("64")
    int waiting();
}

package org.nowrongdoor.http.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How much one request may ask of the server. */
@ConfigMapping(prefix = "directory.http")
public interface HttpConfig {

    /** The largest body, imports apart. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The largest body of a question: a search, a plan, a query of a list, a preview, a status. */
    @WithDefault("64K")
    MemorySize maxQuestion();

    /** The longest that is worked for a search, a suggestion, a plan or a query of a list. */
    @WithDefault("2000")
    int workMillis();

    /** The longest path and query together, in bytes. */
    @WithDefault("8192")
    int maxUrl();

    /** The most query parameters, repeated ones counted each time. */
    @WithDefault("100")
    int maxParameters();

    /** The longest that a body may take to arrive, imports apart. */
    @WithDefault("30")
    int bodySeconds();

    /** The longest that the head of a request may take to arrive. */
    @WithDefault("15")
    int headSeconds();

    /** The longest that an answer may lie here before its reader takes it. */
    @WithDefault("60")
    int answerSeconds();

    /** The most requests at work at once; four for each processor by default, and no fewer than eight. */
    OptionalInt atWork();

    /** The most requests at work or waiting for their turn; one more is sent away. Some 60 ms of work for two cores. */
    @WithDefault("128")
    int inFlight();

    /** The longest that a request waits for its turn before it is sent away. */
    @WithDefault("1000")
    int patienceMillis();

    /** The most answers that are written as they are read (ndjson) at once. */
    @WithDefault("32")
    int streams();

    /** The most bytes of bodies held at once, those still on their way and those at work. */
    @WithDefault("64M")
    MemorySize heldBytes();

    /** The most bytes of answers that no one takes; beyond that the oldest is dropped. */
    @WithDefault("64M")
    MemorySize untakenBytes();

    /** The most requests of which the body is still on its way. Each costs a connection and what has come of it. */
    @WithDefault("4096")
    int arriving();

    /** The most requests that wait for changes at once. */
    @WithDefault("64")
    int waiting();
}

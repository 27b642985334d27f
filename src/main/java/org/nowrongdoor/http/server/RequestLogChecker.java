package org.nowrongdoor.http.server;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Refuses to start where a switch of the framework would write down who asked for what. */
@Singleton
public class RequestLogChecker {

    private static final String ACCESS_LOG = "quarkus.http.access-log.enabled";
    private static final String SLOW_QUERIES = "quarkus.hibernate-orm.log.queries-slower-than-ms";

    private final Config config;

    public RequestLogChecker(Config config) {
        this.config = config;
    }

    /** Why the server must not start, in one line; empty when it may. However a property is set (file, environment, system
     *  property), it is seen here. */
    public static Optional<String> findFault(Config config) {
        if (config.getOptionalValue(ACCESS_LOG, Boolean.class).orElse(false)) {
            return Optional.of(
                    ACCESS_LOG + " is true: it would write links of referrals, searches and callers' addresses"
                            + " to the log; leave it out and use the log category \"access\", which tells method, route, status,"
                            + " duration and key of each request");
        }
        if (config.getOptionalValue(SLOW_QUERIES, Long.class).orElse(0L) > 0) {
            return Optional.of(
                    SLOW_QUERIES + " is set: it would write the values of slow statements to the log; leave it"
                            + " out and use PostgreSQL's pg_stat_statements, which keeps no values");
        }
        return Optional.empty();
    }

    void check(@Observes StartupEvent event) {
        findFault(config).ifPresent(fault -> {
            throw new IllegalStateException(fault);
        });
    }
}

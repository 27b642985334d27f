package org.nowrongdoor.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.Identity;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Finds out who calls from what a request carries. */
@Singleton
public class CallerResolver {

    /** What a key is used for, and from which site's page. */
    record Use(Opening opening, Optional<String> origin) {}

    /** Where the access log finds the id of the key. */
    static final String KEY_ID = "directory.key-id";

    private static final String SCHEME = "Bearer ";

    private final CredentialResolver credentials;
    private final RateLimiter limit;
    private final Caller caller;
    private final RoutingContext http;

    public CallerResolver(CredentialResolver credentials, RateLimiter limit, Caller caller, RoutingContext http) {
        this.credentials = credentials;
        this.limit = limit;
        this.caller = caller;
        this.http = http;
    }

    /** Makes the caller the one that the header Authorization names.
     *  @throws ProblemException UNAUTHORIZED for a key that opens nothing, FORBIDDEN for one used where it may not be,
     *      TOO_MANY_REQUESTS for one used too often */
    void identify(List<String> given, Use use) {
        if (given.size() > 1 || !given.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemException.of(
                    ProblemKind.UNAUTHORIZED, "the header Authorization must be one \"Bearer nwd_…\"");
        }
        var text = given.get(0).substring(SCHEME.length()).strip();
        var found = credentials.findAdmin(text).orElseGet(() -> find(text));
        if (!found.origins().isEmpty()) {
            refuseOutsideItsPages(found, use);
        }
        http.put(KEY_ID, found.logId());
        limit.takeFor(found.actor(), http);
        caller.become(found.actor(), found.organizationId(), found.scopes());
    }

    private Identity find(String text) {
        limit.refuseGuessing(http);
        return credentials.find(text).orElseThrow(() -> {
            limit.countWrongKey(http);
            return ProblemException.of(ProblemKind.UNAUTHORIZED, "the key is not known, has expired or was revoked");
        });
    }

    private void refuseOutsideItsPages(Identity found, Use use) {
        if (use.opening() != Opening.READ) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "a key for embedding may only read what is open to all");
        }
        var origin = use.origin().orElse("");
        if (!found.origins().contains(origin)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN, "this key may only be used by pages of the sites that it was made for");
        }
        http.response().headers().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        http.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
}

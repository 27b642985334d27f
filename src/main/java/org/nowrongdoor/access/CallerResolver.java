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
    private final CredentialCache seen;
    private final RateLimiter limit;
    private final Caller caller;
    private final RoutingContext http;

    // Five collaborators: a key is looked up, remembered, counted, and becomes the caller of the request.
    public CallerResolver(
            CredentialResolver credentials,
            CredentialCache seen,
            RateLimiter limit,
            Caller caller,
            RoutingContext http) {
        this.seen = seen;
        this.credentials = credentials;
        this.limit = limit;
        this.caller = caller;
        this.http = http;
    }

    /** Makes the caller the one that the header Authorization names.
     *  @throws ProblemException UNAUTHORIZED for a key that opens nothing, FORBIDDEN for one used where it may not be,
     *      TOO_MANY_REQUESTS for one used too often */
    void identify(List<String> given, Use use) {
        var text = findCredential(given)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.UNAUTHORIZED, "the header Authorization must be one \"Bearer nwd_…\""));
        refuseWithoutLooking(text, use.origin().orElse(""));
        var found = find(text);
        seen.put(text, found);
        http.put(KEY_ID, found.logId());
        refuseForeign(
                new CredentialCache.Known(found.actor(), found.origins()),
                use.origin().orElse(""));
        limit.takeFor(found.actor(), http);
        if (!found.origins().isEmpty()) {
            open(use);
        }
        caller.become(found);
    }

    /** What follows {@code Bearer} in the one header Authorization. */
    static Optional<String> findCredential(List<String> given) {
        return given.size() != 1 || !given.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : Optional.of(given.get(0).substring(SCHEME.length()).strip());
    }

    // A key for embedding stands in pages that all can read: what is sent with it from elsewhere must cost no question.
    private void refuseWithoutLooking(String text, String origin) {
        seen.find(text).ifPresent(known -> {
            refuseForeign(known, origin);
            limit.refuseSpent(known.actor(), http);
        });
    }

    /** Refuses a page of a site that a key was not made for. It is counted with its address: the key's own share is for
     *  its own pages. */
    private void refuseForeign(CredentialCache.Known known, String origin) {
        if (known.isForeignTo(origin)) {
            limit.countForeign(http);
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN, "this key is for the pages of its own sites. Use it from one of them.");
        }
    }

    private Identity find(String text) {
        return Optional.of(text)
                .filter(guess -> limit.mayBeOperator(http))
                .flatMap(credentials::findAdmin)
                .or(() -> credentials.find(text))
                .orElseThrow(() -> {
                    limit.countWrongKey(http);
                    return ProblemException.of(
                            ProblemKind.UNAUTHORIZED, "the key is not known, has expired or was revoked");
                });
    }

    private void open(Use use) {
        if (use.opening() != Opening.READ) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "a key for embedding may only read what is open to all");
        }
        var origin = use.origin().orElse("");
        http.response().headers().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        http.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
}

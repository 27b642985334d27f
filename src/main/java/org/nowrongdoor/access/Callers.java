package org.nowrongdoor.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Finds out who calls from what a request carries. */
@Singleton
public class Callers {

    /** What the key is used for, and from which site's page. */
    record Use(Opening opening, Optional<String> origin) {}

    /** Where the access log finds the id of the key. */
    static final String KEY_ID = "directory.key-id";

    private static final String SCHEME = "Bearer ";
    private static final String ADMIN = "admin";

    private final AdminKey adminKey;
    private final ApiKeys keys;
    private final RateLimit limit;
    private final Caller caller;
    private final RoutingContext http;

    public Callers(AdminKey adminKey, ApiKeys keys, RateLimit limit, Caller caller, RoutingContext http) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.limit = limit;
        this.caller = caller;
        this.http = http;
    }

    /** Makes the caller whoever the header Authorization names.
     *  @throws ProblemException UNAUTHORIZED for a key that opens nothing, FORBIDDEN for one used where it may not be */
    void identify(List<String> given, Use use) {
        if (given.size() > 1 || !given.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemException.of(
                    ProblemKind.UNAUTHORIZED, "the header Authorization must be one \"Bearer nwd_…\"");
        }
        var text = given.get(0).substring(SCHEME.length()).strip();
        if (adminKey.is(text)) {
            become(ADMIN, () -> caller.become(ADMIN, null, EnumSet.allOf(Scope.class)));
            return;
        }
        limit.refuseGuessing(http);
        var key = text.startsWith(KeyText.BEGINNING) ? keys.find(text) : Optional.<ApiKey>empty();
        if (key.isEmpty()) {
            limit.countWrongKey(http);
            throw ProblemException.of(ProblemKind.UNAUTHORIZED, "the key is not known, has expired or was revoked");
        }
        if (key.get().isForEmbedding()) {
            refuseOutsideItsPages(key.get(), use);
        }
        become(
                key.get().id.toString(),
                () -> caller.become(
                        key.get().id.toString(),
                        key.get().organizationId,
                        key.get().scopes()));
    }

    private void become(String keyId, Runnable change) {
        http.put(KEY_ID, keyId);
        limit.takeFor(keyId, http);
        change.run();
    }

    private void refuseOutsideItsPages(ApiKey key, Use use) {
        if (use.opening() != Opening.READ) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "a key for embedding may only read what is open to all");
        }
        var origin = use.origin().orElse("");
        if (!Arrays.asList(key.origins).contains(origin)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN, "this key may only be used by pages of the sites that it was made for");
        }
        http.response().headers().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        http.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
}

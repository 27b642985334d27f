package org.nowrongdoor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.nowrongdoor.access.TokenBucket.Standing;
import org.nowrongdoor.access.caller.AccessConfig;
import org.nowrongdoor.http.server.VertxProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Counts requests of each key, and of each address without one; in memory, for minutes.
 *  @see "draft-ietf-httpapi-ratelimit-headers" */
@Singleton
public class RateLimiter {

    // After the first look at a request, before anything costly.
    private static final int PRIORITY = 950;

    // A bucket no one touched for two minutes is full again and need not be kept. 200,000 of them are about 20 MB.
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST_BUCKETS = 200_000;

    private final AccessConfig config;
    private final AddressHasher addresses;
    private final VertxProblems problems;
    private final Clock clock;
    private final Cache<String, TokenBucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .maximumSize(MOST_BUCKETS)
            .build();

    public RateLimiter(AccessConfig config, AddressHasher addresses, VertxProblems problems, Clock clock) {
        this.config = config;
        this.addresses = addresses;
        this.problems = problems;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::anonymous, PRIORITY);
    }

    private void anonymous(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                || context.normalizedPath().startsWith("/q/")) {
            context.next();
            return;
        }
        var standing =
                bucket("a" + address(context), config.anonymousPerMinute()).take(clock.millis());
        tell(context, "anonymous", standing);
        if (standing.isAllowed()) {
            context.next();
        } else {
            problems.answer(context, ProblemKind.TOO_MANY_REQUESTS, detail(standing, "an address without a key"));
        }
    }

    /** Counts a request made with a key.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    void takeFor(String keyId, RoutingContext context) {
        var standing = bucket("k" + keyId, config.keyPerMinute()).take(clock.millis());
        tell(context, "key", standing);
        refuse(standing, "one key");
    }

    /** Stops anyone who tries keys, before the next one is looked at.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    void refuseGuessing(RoutingContext context) {
        var standing = wrongKeys(context).look(clock.millis());
        if (!standing.isAllowed()) {
            tell(context, "wrong-keys", standing);
            refuse(standing, "wrong keys from one address");
        }
    }

    /** Remembers that a key was wrong. */
    void countWrongKey(RoutingContext context) {
        wrongKeys(context).take(clock.millis());
    }

    /** Stops anyone who guesses the words of a referral, before the next guess is looked at.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    public void refuseGuessingCodes(RoutingContext context) {
        var standing = wrongCodes(context).look(clock.millis());
        if (!standing.isAllowed()) {
            tell(context, "wrong-codes", standing);
            refuse(standing, "wrong codes from one address");
        }
    }

    /** Remembers that a guess was wrong. */
    public void countWrongCode(RoutingContext context) {
        wrongCodes(context).take(clock.millis());
    }

    private TokenBucket wrongCodes(RoutingContext context) {
        return bucket("c" + address(context), config.wrongCodesPerMinute());
    }

    private TokenBucket wrongKeys(RoutingContext context) {
        return bucket("w" + address(context), config.wrongKeysPerMinute());
    }

    private TokenBucket bucket(String whose, int perMinute) {
        return buckets.get(whose, fresh -> new TokenBucket(perMinute, clock.millis()));
    }

    private String address(RoutingContext context) {
        var address = context.request().remoteAddress();
        return addresses.of(address == null || address.hostAddress() == null ? "" : address.hostAddress());
    }

    private static void refuse(Standing standing, String whose) {
        if (!standing.isAllowed()) {
            throw ProblemException.of(ProblemKind.TOO_MANY_REQUESTS, detail(standing, whose));
        }
    }

    private static String detail(Standing standing, String whose) {
        return "at most " + standing.limit() + " requests a minute for " + whose + "; try again in "
                + standing.waitSeconds() + " s";
    }

    private static void tell(RoutingContext context, String policy, Standing standing) {
        var headers = context.response().headers();
        headers.set("RateLimit-Policy", "\"" + policy + "\";q=" + standing.limit() + ";w=60");
        headers.set("RateLimit", "\"" + policy + "\";r=" + standing.left() + ";t=" + standing.fullSeconds());
        if (!standing.isAllowed()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(standing.waitSeconds()));
        }
    }
}

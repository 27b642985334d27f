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
import java.util.Optional;
import org.nowrongdoor.access.TokenBucket.Standing;
import org.nowrongdoor.access.caller.AccessConfig;
import org.nowrongdoor.http.request.RoutePath;
import org.nowrongdoor.http.server.VertxProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Counts every request but those for health: with its key, or else with its address; in memory, for minutes.
 *  @see "draft-ietf-httpapi-ratelimit-headers" */
@Singleton
public class RateLimiter {

    // After the first look at a request, before anything costly.
    private static final int PRIORITY = 950;

    // A bucket no one touched for two minutes is full again and need not be kept. 200,000 of them are about 20 MB.
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST_BUCKETS = 200_000;

    // 10: wrong keys of others at one address keep the operator out later than they stop themselves; 600 guesses a
    // minute
    // at 20 characters find nothing.
    private static final int OPERATOR_GUESSES = 10;

    static final String WITHOUT_KEY = "an address without a key";
    private static final String HEALTH = "/q/health";
    private static final String COUNTED = "directory.counted";

    private final AccessConfig config;
    private final EndpointRegistry endpoints;
    private final AddressHasher addresses;
    private final VertxProblems problems;
    private final Clock clock;
    private final Cache<String, TokenBucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .maximumSize(MOST_BUCKETS)
            .build();

    // Five collaborators: a request is looked up, told apart by its address, counted by the clock, and refused.
    public RateLimiter(
            AccessConfig config,
            EndpointRegistry endpoints,
            AddressHasher addresses,
            VertxProblems problems,
            Clock clock) {
        this.config = config;
        this.endpoints = endpoints;
        this.addresses = addresses;
        this.problems = problems;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        var path = RoutePath.of(context);
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            context.next();
            return;
        }
        if (mayBeOfAKey(context, path)) {
            // Counted with its key; one that ends before its key is looked at is counted with its address.
            context.addEndHandler(done -> {
                if (context.get(COUNTED) == null) {
                    anonymous(context).take(clock.millis());
                }
            });
            context.next();
            return;
        }
        var standing = takeForAddress(context);
        if (standing.isAllowed()) {
            context.next();
        } else {
            problems.answer(context, ProblemKind.TOO_MANY_REQUESTS, detail(standing, WITHOUT_KEY));
        }
    }

    /** Whether an endpoint is going to look at the key of a request. */
    private boolean mayBeOfAKey(RoutingContext context, String path) {
        var given = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        var method = context.request().method().name();
        return CallerResolver.findCredential(given).isPresent()
                && endpoints.at(path).containsKey(method.equals("HEAD") ? "GET" : method);
    }

    private Standing takeForAddress(RoutingContext context) {
        var standing = anonymous(context).take(clock.millis());
        count(context, "anonymous", standing);
        return standing;
    }

    private static void count(RoutingContext context, String policy, Standing standing) {
        context.put(COUNTED, true);
        tell(context, policy, standing);
    }

    /** Counts a request that nothing has counted so far.
     *  @return how its address stands then; empty when it was counted before */
    Optional<Standing> takeUnlessCounted(RoutingContext context) {
        return context.get(COUNTED) == null ? Optional.of(takeForAddress(context)) : Optional.empty();
    }

    /** Counts a request made with a key.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    void takeFor(String keyId, RoutingContext context) {
        var standing = bucket("k" + keyId, config.keyPerMinute()).take(clock.millis());
        count(context, "key", standing);
        refuse(standing, "one key");
    }

    /** Refuses a request with a key that has used its share up.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    void refuseSpent(String keyId, RoutingContext context) {
        var standing = bucket("k" + keyId, config.keyPerMinute()).look(clock.millis());
        if (!standing.isAllowed()) {
            count(context, "key", standing);
            refuse(standing, "one key");
        }
    }

    /** Counts a request from a site that its key was not made for, with its address.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    void countForeign(RoutingContext context) {
        refuse(takeForAddress(context), WITHOUT_KEY);
    }

    /** Whether the operator's key is still compared with what comes from this address. Other keys are always looked at: no
     *  guess ever meets one, and anyone who shares the address must not be kept out. */
    boolean mayBeOperator(RoutingContext context) {
        return operatorGuesses(context).look(clock.millis()).isAllowed();
    }

    /** Counts a wrong key.
     *  @throws ProblemException TOO_MANY_REQUESTS after too many from one address */
    void countWrongKey(RoutingContext context) {
        operatorGuesses(context).take(clock.millis());
        var standing = wrongKeys(context).take(clock.millis());
        count(context, "wrong-keys", standing);
        refuse(standing, "wrong keys from one address");
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

    /** Counts a text that someone without a key sends for an editor to read.
     *  @throws ProblemException TOO_MANY_REQUESTS */
    public void takeForCorrection(RoutingContext context) {
        var standing =
                bucket("t" + address(context), config.correctionsPerMinute()).take(clock.millis());
        if (!standing.isAllowed()) {
            tell(context, "corrections", standing);
            refuse(standing, "corrections from one address");
        }
    }

    private TokenBucket anonymous(RoutingContext context) {
        return bucket("a" + address(context), config.anonymousPerMinute());
    }

    private TokenBucket wrongCodes(RoutingContext context) {
        return bucket("c" + address(context), config.wrongCodesPerMinute());
    }

    private TokenBucket wrongKeys(RoutingContext context) {
        return bucket("w" + address(context), config.wrongKeysPerMinute());
    }

    private TokenBucket operatorGuesses(RoutingContext context) {
        return bucket("o" + address(context), OPERATOR_GUESSES * config.wrongKeysPerMinute());
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

    static String detail(Standing standing, String whose) {
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

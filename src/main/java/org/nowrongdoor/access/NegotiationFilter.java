package org.nowrongdoor.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.http.request.RoutePath;
import org.nowrongdoor.http.server.VertxProblems;
import org.nowrongdoor.problem.ProblemKind;

/** Reads {@code Accept} and {@code Accept-Encoding} once for all endpoints and puts what was chosen in their place, so that
 *  nothing behind it reads them in a way of its own. */
@Singleton
public class NegotiationFilter {

    // After the methods, so that a refusal is about an endpoint; before a body is waited for.
    private static final int PRIORITY = 895;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final EndpointRegistry endpoints;
    private final VertxProblems problems;
    private final Set<EndpointRule> ours = new HashSet<>(EndpointRules.ALL);

    public NegotiationFilter(EndpointRegistry endpoints, VertxProblems problems) {
        this.endpoints = endpoints;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::choose, PRIORITY);
    }

    private void choose(RoutingContext context) {
        var headers = context.request().headers();
        NegotiationReader.coding(header(context, HttpHeaders.ACCEPT_ENCODING))
                .ifPresentOrElse(
                        coding -> headers.set(HttpHeaders.ACCEPT_ENCODING, coding),
                        () -> headers.remove(HttpHeaders.ACCEPT_ENCODING));
        var rule = findRule(context);
        if (rule.isEmpty()) {
            context.next();
            return;
        }
        var accept = header(context, HttpHeaders.ACCEPT);
        var offers = OfferedMediaTypes.of(rule.get());
        var chosen = isForm(context) ? NegotiationReader.readable(accept) : NegotiationReader.mediaType(accept, offers);
        if (chosen.isPresent()) {
            headers.set(HttpHeaders.ACCEPT, chosen.get());
            context.next();
        } else if (isForm(context)) {
            headers.remove(HttpHeaders.ACCEPT);
            context.next();
        } else if (rule.get().path().startsWith("/fhir/")) {
            // Refused there, in FHIR's own words.
            context.next();
        } else {
            problems.answer(
                    context,
                    ProblemKind.NOT_ACCEPTABLE,
                    "Accept must allow " + String.join(" or ", offers) + ": there is nothing else here");
        }
    }

    /** The row of an endpoint that answers with more than a status. */
    private Optional<EndpointRule> findRule(RoutingContext context) {
        var path = RoutePath.of(context);
        var method = context.request().method();
        if (path.startsWith("/q/") || method.equals(HttpMethod.DELETE)) {
            return Optional.empty();
        }
        return Optional.ofNullable(endpoints.at(path).get(method.equals(HttpMethod.HEAD) ? "GET" : method.name()))
                .filter(ours::contains);
    }

    // Which of two methods takes a body decides what there is to answer with.
    private static boolean isForm(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(FORM);
    }

    private static @Nullable String header(RoutingContext context, CharSequence name) {
        var values = context.request().headers().getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}

package org.nowrongdoor.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.nowrongdoor.http.request.RoutePath;
import org.nowrongdoor.http.server.VertxProblems;
import org.nowrongdoor.problem.ProblemKind;

/** Answers what needs no endpoint: a method that its path does not have, and OPTIONS. */
@Singleton
public class AllowedMethodFilter {

    private static final int PRIORITY = 900;

    private final EndpointRegistry endpoints;
    private final VertxProblems problems;

    public AllowedMethodFilter(EndpointRegistry endpoints, VertxProblems problems) {
        this.endpoints = endpoints;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var path = RoutePath.of(context);
        if (path.equals("/q") || path.startsWith("/q/")) {
            context.next();
            return;
        }
        var rules = endpoints.at(path);
        var method = context.request().method();
        if (rules.isEmpty() && method.equals(HttpMethod.OPTIONS) && !CrossOriginFilter.DOCUMENTS.contains(path)) {
            problems.answer(context, ProblemKind.NOT_FOUND, "nothing answers at this address");
        } else if (rules.isEmpty()) {
            context.next();
        } else if (method.equals(HttpMethod.OPTIONS)) {
            context.response()
                    .putHeader(HttpHeaders.ALLOW, EndpointRegistry.allow(rules))
                    .setStatusCode(204)
                    .end();
        } else if (!rules.containsKey(method.equals(HttpMethod.HEAD) ? "GET" : method.name())) {
            context.response().putHeader(HttpHeaders.ALLOW, EndpointRegistry.allow(rules));
            problems.answer(
                    context,
                    ProblemKind.METHOD_NOT_ALLOWED,
                    method.name() + " is not allowed here, but " + EndpointRegistry.allow(rules));
        } else {
            context.next();
        }
    }
}

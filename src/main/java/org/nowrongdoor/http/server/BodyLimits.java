package org.nowrongdoor.http.server;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.nowrongdoor.http.request.RoutePath;

/** The most bytes that a body may have: a question is short, a record may be long. */
@Singleton
class BodyLimits {

    private static final Set<String> QUESTIONS = Set.of(
            "/search",
            "/plan",
            "/services",
            "/organizations",
            "/service_at_locations",
            "/taxonomies",
            "/taxonomy_terms",
            "/referrals/preview",
            "/referrals/status");
    private static final String FHIR_SEARCH = "/_search";

    /** Of those who have a link alone. */
    private static final List<String> LINKS = List.of("/provider/", "/answer/");

    private final HttpConfig limits;

    BodyLimits(HttpConfig limits) {
        this.limits = limits;
    }

    /** The bound of a request's body. */
    long mostBytes(RoutingContext context) {
        return isQuestion(context)
                ? limits.maxQuestion().asLongValue()
                : limits.maxBody().asLongValue();
    }

    /** What is told when a body passes its bound. */
    String detail(RoutingContext context) {
        return isQuestion(context)
                ? "the body of such a request may be at most " + mostBytes(context) + " bytes; send less at once"
                : RequestBodyBuffer.detail(mostBytes(context));
    }

    private static boolean isQuestion(RoutingContext context) {
        var route = RoutePath.of(context);
        if (LINKS.stream().anyMatch(route::startsWith)) {
            return true;
        }
        if (!HttpMethod.POST.equals(context.request().method())) {
            return false;
        }
        return QUESTIONS.contains(route) || route.endsWith(FHIR_SEARCH);
    }
}

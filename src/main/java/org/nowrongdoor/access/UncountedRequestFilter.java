package org.nowrongdoor.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nowrongdoor.problem.Problem;
import org.nowrongdoor.problem.ProblemKind;

/** Counts what was answered before its key was looked at, such as a media type that no endpoint takes: whatever stands
 *  in the header Authorization, such answers run out too. */
public class UncountedRequestFilter {

    private final RateLimiter limit;
    private final RoutingContext http;

    public UncountedRequestFilter(RateLimiter limit, RoutingContext http) {
        this.limit = limit;
        this.http = http;
    }

    @ServerResponseFilter
    public void count(ContainerResponseContext response) {
        limit.takeUnlessCounted(http).filter(standing -> !standing.isAllowed()).ifPresent(standing -> {
            var kind = ProblemKind.TOO_MANY_REQUESTS;
            response.setStatus(kind.status);
            response.setEntity(
                    Problem.of(kind, RateLimiter.detail(standing, RateLimiter.WITHOUT_KEY), List.of()),
                    new Annotation[0],
                    MediaType.valueOf(Problem.MEDIA_TYPE));
        });
    }
}

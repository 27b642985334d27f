package org.nowrongdoor.http.request;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Tells how long an endpoint has a request in hand, and begins nothing for a caller who has left. */
public class RequestWorkFilter {

    private final RoutingContext http;

    public RequestWorkFilter(RoutingContext http) {
        this.http = http;
    }

    @ServerRequestFilter(preMatching = true)
    public void follow(ResteasyReactiveContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        // Not the injected one: work may end when no request is active any more.
        var work = RequestWork.of(context.unwrap(RoutingContext.class));
        work.takeInHand();
        context.registerCompletionCallback(failure -> work.putDown());
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void stop() {
        if (RequestWork.of(http).isLeft()) {
            throw ProblemException.of(ProblemKind.UNAVAILABLE, "the connection was closed before the work began");
        }
    }
}

package org.nowrongdoor.http.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.nowrongdoor.http.request.RequestWork;
import org.nowrongdoor.problem.Deadline;

/** Sets the deadline of a request for the thread that works for it, which stops too when the caller has left. */
@TimeLimited
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class TimeLimitInterceptor {

    private final HttpConfig limits;
    private final RoutingContext http;

    public TimeLimitInterceptor(HttpConfig limits, RoutingContext http) {
        this.limits = limits;
        this.http = http;
    }

    @AroundInvoke
    Object limit(InvocationContext work) throws Exception {
        return Deadline.within(limits.workMillis(), RequestWork.of(http)::isLeft, work::proceed);
    }
}

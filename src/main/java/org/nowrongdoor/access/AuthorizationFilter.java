package org.nowrongdoor.access;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.parameter.RouteTemplate;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Lets a request through to its endpoint, or not, by the table of rules. */
public class AuthorizationFilter {

    private static final Logger LOG = Logger.getLogger(AuthorizationFilter.class);

    private final EndpointRegistry endpoints;
    private final CallerResolver callers;
    private final Caller caller;
    private final Map<Method, Optional<EndpointRule>> rules = new ConcurrentHashMap<>();

    public AuthorizationFilter(EndpointRegistry endpoints, CallerResolver callers, Caller caller) {
        this.endpoints = endpoints;
        this.callers = callers;
        this.caller = caller;
    }

    /** Checks before a body is read. A key is looked up in the database, so never on an event loop. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public @Nullable Uni<Response> check(ContainerRequestContext request, ResourceInfo resource) {
        var rule = rules.computeIfAbsent(resource.getResourceMethod(), method -> rule(resource, method))
                .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN, "no one may use this endpoint"));
        var given = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        if (given.isEmpty()) {
            require(rule, false);
            return null;
        }
        var origin = Optional.ofNullable(request.getHeaderString("Origin"));
        if (BlockingOperationControl.isBlockingAllowed()) {
            admit(rule, given, origin);
            return null;
        }
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> admit(rule, given, origin))
                .replaceWith(Uni.createFrom().nullItem());
    }

    private Optional<EndpointRule> rule(ResourceInfo resource, Method method) {
        var route = RouteTemplate.of(resource.getResourceClass(), method);
        var rule = endpoints.find(route);
        if (rule.isEmpty()) {
            LOG.warnf("%s %s has no row in EndpointRules and is refused to everybody", route.method(), route.path());
        }
        return rule;
    }

    private void admit(EndpointRule rule, List<String> given, Optional<String> origin) {
        callers.identify(given, new CallerResolver.Use(rule.opening(), origin));
        require(rule, true);
    }

    private void require(EndpointRule rule, boolean hasKey) {
        if (rule.opening() != Opening.KEYED || rule.anyOf().stream().anyMatch(caller::may)) {
            if (rule.isShared() && !caller.reach().isAcross()) {
                throw ProblemException.of(
                        ProblemKind.FORBIDDEN,
                        "all organisations share this: it is changed with a key without organisation");
            }
            return;
        }
        var wanted = rule.anyOf().stream().map(scope -> scope.wire).sorted().collect(Collectors.joining(" or "));
        throw hasKey
                ? ProblemException.of(ProblemKind.FORBIDDEN, "this needs a key with the scope " + wanted)
                : ProblemException.of(
                        ProblemKind.UNAUTHORIZED,
                        "this needs the header \"Authorization: Bearer nwd_…\" with a key that has the scope "
                                + wanted);
    }
}

package org.nowrongdoor.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.http.RouteTemplate;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Lets a request through to its endpoint, or not, by the table of rules. */
public class KeyCheck {

    private static final String SCHEME = "Bearer ";

    private final Endpoints endpoints;
    private final AdminKey adminKey;
    private final Caller caller;
    private final Map<Method, Optional<EndpointRule>> rules = new ConcurrentHashMap<>();

    public KeyCheck(Endpoints endpoints, AdminKey adminKey, Caller caller) {
        this.endpoints = endpoints;
        this.adminKey = adminKey;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = jakarta.ws.rs.Priorities.AUTHORIZATION)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var rule = rules.computeIfAbsent(
                        resource.getResourceMethod(),
                        method -> endpoints.find(RouteTemplate.of(resource.getResourceClass(), method)))
                .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN, "nobody may use this endpoint"));
        var given = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        if (!given.isEmpty()) {
            identify(given);
        }
        if (rule.opening() == Opening.KEYED) {
            require(rule, !given.isEmpty());
        }
    }

    private void identify(List<String> given) {
        if (given.size() > 1 || !given.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemException.of(
                    ProblemKind.UNAUTHORIZED, "the header Authorization must be one \"Bearer nwd_…\"");
        }
        var key = given.get(0).substring(SCHEME.length()).strip();
        if (!adminKey.is(key)) {
            throw ProblemException.of(ProblemKind.UNAUTHORIZED, "the key is not known, has expired or was revoked");
        }
        caller.become("admin", null, java.util.EnumSet.allOf(Scope.class));
    }

    private void require(EndpointRule rule, boolean hasKey) {
        if (rule.anyOf().stream().anyMatch(caller::may)) {
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

package org.nowrongdoor.access;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.http.parameter.RouteTemplate;

/** Keeps secret whether something is another's or does not exist. The database needs some millionths of a second
 *  more to find a row and pass it over than to find none; behind a random moment no caller sees them. */
@Singleton
public class NotFoundJitter {

    // Over the measured difference by three powers of ten: to see through it takes a million times as many questions.
    private static final int MOST_NANOS = 10_000_000;

    private final SecureRandom random = new SecureRandom();
    private final EndpointRegistry endpoints;
    private final Map<Method, Boolean> owned = new ConcurrentHashMap<>();

    public NotFoundJitter(EndpointRegistry endpoints) {
        this.endpoints = endpoints;
    }

    @ServerResponseFilter
    public void delay(ContainerResponseContext response, ResourceInfo resource) {
        if (response.getStatus() == 404
                && resource.getResourceMethod() != null
                && BlockingOperationControl.isBlockingAllowed()
                && owned.computeIfAbsent(resource.getResourceMethod(), method -> hasOwner(resource, method))) {
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
        }
    }

    private boolean hasOwner(ResourceInfo resource, Method method) {
        return endpoints
                .find(RouteTemplate.of(resource.getResourceClass(), method))
                .filter(rule -> rule.opening() != Opening.READ)
                .isPresent();
    }
}

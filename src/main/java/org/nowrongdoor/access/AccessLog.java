package org.nowrongdoor.access;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.nowrongdoor.http.request.RoutePath;

/** One line for each request: method, route template, status, duration, key. Nothing else about it is written anywhere. */
@Singleton
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");

    private static final int PRIORITY = 1900;

    private final EndpointRegistry endpoints;

    public AccessLog(EndpointRegistry endpoints) {
        this.endpoints = endpoints;
    }

    void register(@Observes Filters filters) {
        filters.register(this::follow, PRIORITY);
    }

    private void follow(RoutingContext context) {
        var start = System.nanoTime();
        // A metric is labelled with the template too, whatever answers; left alone it would take the path itself.
        var template = endpoints.template(RoutePath.of(context));
        if (((HttpServerRequestInternal) context.request()).metric() instanceof HttpRequestMetric metric) {
            metric.setTemplatePath(template);
        }
        context.addEndHandler(done -> LOG.infof(
                "%s %s %d %d ms %s",
                method(context),
                template,
                context.response().getStatusCode(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                Objects.requireNonNullElse(context.<String>get(CallerResolver.KEY_ID), "-")));
        context.next();
    }

    // Any word can stand where the method should; only those that we know are written.
    private static String method(RoutingContext context) {
        var method = context.request().method().name();
        return EndpointRegistry.METHODS.contains(method) ? method : "?";
    }
}

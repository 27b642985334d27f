package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells {@link HeaderReadTimeout} when a head has come, and has Netty look for it. */
@Singleton
public class HeaderReadTimeoutCustomizer implements HttpServerOptionsCustomizer {

    // Before everything else: the head is here.
    private static final int PRIORITY = 2100;

    private final HttpConfig limits;

    public HeaderReadTimeoutCustomizer(HttpConfig limits) {
        this.limits = limits;
    }

    /** Comes before the server is made, and so before Netty reads the property. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        listen();
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        listen();
    }

    private void listen() {
        System.setProperty(HeaderReadTimeout.SECONDS, String.valueOf(limits.headSeconds()));
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, PRIORITY);
    }

    private void look(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            var channel = connection.channel();
            HeaderReadTimeout.arrived(channel);
            // Requests of HTTP/2 come side by side: after the first, no one can say whose head is late.
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.addEndHandler(done -> HeaderReadTimeout.over(channel));
            }
        }
        context.next();
    }
}

package org.nowrongdoor.http.metric;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells the meters without a key, on a port that an operator has set for it and keeps to the inside. */
@Singleton
public class MetricsServer {

    private static final String PATH = "/q/metrics";
    private static final int START_SECONDS = 10;

    private final MetricsConfig config;
    private final MetricsFormatter formatter;
    private final Vertx vertx;

    public MetricsServer(MetricsConfig config, MetricsFormatter formatter, Vertx vertx) {
        this.config = config;
        this.formatter = formatter;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        if (config.port().isEmpty()) {
            return;
        }
        var options = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port().getAsInt());
        try {
            vertx.createHttpServer(options)
                    .requestHandler(this::answer)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "directory.metrics.port " + options.getPort() + " of " + options.getHost() + " cannot be opened",
                    e);
        }
    }

    private void answer(HttpServerRequest request) {
        if (!request.path().equals(PATH) || !request.method().equals(HttpMethod.GET)) {
            request.response().setStatusCode(404).end();
            return;
        }
        vertx.executeBlocking(formatter::page)
                .onSuccess(page -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, MetricsFormatter.MEDIA_TYPE)
                        .end(page))
                .onFailure(failure -> request.response().setStatusCode(500).end());
    }
}

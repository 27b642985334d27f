package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.nowrongdoor.problem.ProblemKind;

/** Answers requests whose head was refused, with a problem and the end of the connection. */
@Singleton
public class MalformedRequestFilter implements HttpServerOptionsCustomizer {

    // After the headers that every answer has; before anything looks at the request.
    private static final int PRIORITY = 1880;

    private final VertxProblems problems;

    public MalformedRequestFilter(VertxProblems problems) {
        this.problems = problems;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        hand(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        hand(options);
    }

    private static void hand(HttpServerOptions options) {
        System.setProperty(RequestDecoderInstaller.LINE_BYTES, String.valueOf(options.getMaxInitialLineLength()));
        System.setProperty(RequestDecoderInstaller.HEADER_BYTES, String.valueOf(options.getMaxHeaderSize()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    void check(RoutingContext context) {
        var request = context.request();
        var refusal = RefusedHead.find(request.decoderResult());
        if (refusal.isPresent()) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            problems.answer(context, refusal.get().kind(), refusal.get().detail());
        } else if (request.version() == HttpVersion.HTTP_2 && !isUnambiguous(request)) {
            problems.answer(
                    context, ProblemKind.MALFORMED_REQUEST, ":authority and Host must be one host, the same in both");
        } else {
            context.next();
        }
    }

    // HTTP/2 is off unless an operator wants it; lengths and codings are checked by its frames.
    private static boolean isUnambiguous(HttpServerRequest request) {
        var hosts = request.headers().getAll(HttpHeaders.HOST);
        var authority = request.authority() == null ? "" : request.authority().toString();
        return HeadRules.isAuthority(authority)
                && (hosts.isEmpty() || (hosts.size() == 1 && hosts.get(0).equalsIgnoreCase(authority)));
    }
}

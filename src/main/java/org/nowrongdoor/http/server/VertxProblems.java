package org.nowrongdoor.http.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.nowrongdoor.problem.Problem;
import org.nowrongdoor.problem.ProblemKind;

/** Answers with a problem before, along with or instead of a resource. */
@Singleton
public class VertxProblems {

    // Up to 99,999 bytes.
    private static final int SMALL_LENGTH_DIGITS = 5;

    private final ObjectMapper mapper;

    public VertxProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends a request; headers that the kind needs in addition to the standard ones are set before. */
    public void answer(RoutingContext context, ProblemKind kind, String detail) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        response.setStatusCode(kind.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!context.request().isEnded()) {
            forgetBody(context.request());
        }
        response.end(text(Problem.of(kind, detail, List.of())));
    }

    /** Ends a request for which there is no room. */
    void sendAway(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        answer(context, ProblemKind.UNAVAILABLE, "the server has as much to do as it can; try again in 1 s");
    }

    // A little one is let run out, for a new connection would cost both sides more; a large one is not waited for.
    private static void forgetBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.version() != HttpVersion.HTTP_2
                && (RequestBodyBuffer.isAnnounced(request)
                        && (length == null || length.length() > SMALL_LENGTH_DIGITS))) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            return;
        }
        request.handler(part -> {}).resume();
    }

    private String text(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}

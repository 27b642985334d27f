package org.nowrongdoor.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.nowrongdoor.problem.Problem;
import org.nowrongdoor.problem.ProblemKind;

/** Answers with a problem before, beside or instead of a resource. */
@Singleton
public class VertxProblems {

    private final ObjectMapper mapper;

    public VertxProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends a request; headers that the kind needs beside the standard ones are set before. */
    public void answer(RoutingContext context, ProblemKind kind, String detail) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        response.setStatusCode(kind.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!context.request().isEnded() && context.request().version() != HttpVersion.HTTP_2) {
            // What is still to come of the body is not waited for.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.end(text(Problem.of(kind, detail, List.of())));
    }

    private String text(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}

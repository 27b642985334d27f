package org.nowrongdoor.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a request into a problem. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response known(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return answer(JsonProblems.of(e));
    }

    // Quarkus brings a mapper of its own for this one; the most specific wins.
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return answer(JsonProblems.of(e));
    }

    @ServerExceptionMapper
    public Response bounds(ConstraintViolationException e) {
        return answer(ValidationProblems.of(e));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, UriInfo uri, Request request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(JsonProblems.of(json));
        }
        if (e.getCause() instanceof ProblemException ours) {
            return answer(ours.problem());
        }
        if (e.getCause() instanceof SQLException) {
            return other(e);
        }
        var status = e.getResponse().getStatus();
        if (status == ProblemKind.UNSUPPORTED_MEDIA_TYPE.status) {
            return otherMediaType(request.getMethod(), uri.getPath());
        }
        // A parameter that cannot be converted comes as 404 with the failure inside (Jakarta REST 4.0, 3.2).
        var kind = e instanceof NotFoundException && e.getCause() != null
                ? ProblemKind.INVALID_PARAMETER
                : ProblemKind.findByStatus(status)
                        .orElse(status < 500 ? ProblemKind.INVALID_BODY : ProblemKind.INTERNAL_ERROR);
        var answer = Response.fromResponse(answer(Problem.of(kind, detail(kind), List.of())));
        Optional.ofNullable(e.getResponse().getHeaderString(HttpHeaders.ALLOW))
                .ifPresent(allow -> answer.header(HttpHeaders.ALLOW, allow));
        return answer.build();
    }

    private static Response otherMediaType(String method, String path) {
        var kind = ProblemKind.UNSUPPORTED_MEDIA_TYPE;
        var taken = TakenMediaTypes.of(method, path.startsWith("/") ? path : "/" + path);
        var detail = "this endpoint takes " + String.join(" or ", taken) + ": say so in Content-Type";
        var answer = Response.fromResponse(answer(Problem.of(kind, detail, List.of())));
        if (method.equals("PATCH")) {
            answer.header("Accept-Patch", String.join(", ", taken));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response other(Throwable e) {
        var known = find(e, ProblemException.class);
        if (known.isPresent()) {
            return answer(known.get().problem());
        }
        var kind =
                e instanceof RejectedExecutionException ? ProblemKind.UNAVAILABLE : kind(find(e, SQLException.class));
        if (kind.status >= 500 && kind != ProblemKind.TOO_COSTLY) {
            LOG.error("a request failed", LoggedCause.of(e));
        }
        return answer(Problem.of(kind, kind.remedy, List.of()));
    }

    private static String detail(ProblemKind kind) {
        return kind == ProblemKind.NOT_FOUND ? "nothing answers at this address" : kind.remedy;
    }

    private static ProblemKind kind(Optional<SQLException> failure) {
        if (failure.isEmpty()) {
            return ProblemKind.INTERNAL_ERROR;
        }
        // The connection pool gives no state when it has no connection left.
        var state = Objects.requireNonNullElse(failure.get().getSQLState(), "08");
        if (state.startsWith("23") || state.startsWith("40")) {
            return ProblemKind.CONFLICT;
        }
        // 08: no connection; 53: out of resources; 57P: the database is shutting down or starting
        // 57014: the database was told to stop, which it is when the time of a request is over
        if (state.equals("57014")) {
            return ProblemKind.TOO_COSTLY;
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                ? ProblemKind.UNAVAILABLE
                : ProblemKind.INTERNAL_ERROR;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        @Nullable Throwable at = failure;
        for (int i = 0; at != null && i < 10; i++) {
            if (kind.isInstance(at)) {
                return Optional.of(kind.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    /** The response that a problem is. */
    public static Response answer(Problem problem) {
        var answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
        if (problem.status() == ProblemKind.UNAVAILABLE.status) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.status() == ProblemKind.UNAUTHORIZED.status) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"directory\"");
        }
        return answer.build();
    }
}

package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Finding;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.problem.JsonProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.WireName;

/** Takes edits from the web and answers them. */
@Singleton
class EditResponses {

    // 40: what fits into a header that every proxy lets through.
    private static final int MOST_POINTERS = 40;

    private final RecordEditor desk;
    private final Caller caller;
    private final ObjectMapper mapper;
    private final RecordResponses answers;

    EditResponses(RecordEditor desk, Caller caller, ObjectMapper mapper, RecordResponses answers) {
        this.desk = desk;
        this.caller = caller;
        this.mapper = mapper;
        this.answers = answers;
    }

    Response put(ChangedEntity entity, UUID id, @Nullable String ifMatch, byte[] body) {
        var edited = desk.put(edit(entity, id, ifMatch), record(body));
        var answer = edited.created() ? Response.created(URI.create(path(entity, id))) : Response.ok();
        return edited.pending() == null ? answer(answer, edited) : pending(edited.pending(), path(entity, id));
    }

    Response patch(ChangedEntity entity, UUID id, @Nullable String ifMatch, byte[] body) {
        var edited = desk.patch(edit(entity, id, ifMatch), record(body));
        return edited.pending() == null ? answer(Response.ok(), edited) : pending(edited.pending(), path(entity, id));
    }

    Response delete(ChangedEntity entity, UUID id, @Nullable String ifMatch) {
        desk.delete(edit(entity, id, ifMatch));
        return Response.noContent().build();
    }

    Response approve(ChangedEntity entity, UUID id) {
        return answer(Response.ok(), desk.approve(edit(entity, id, null)));
    }

    private EditRequest edit(ChangedEntity entity, UUID id, @Nullable String ifMatch) {
        return new EditRequest(entity, id, ifMatch, caller.actor());
    }

    private static Response pending(LocationPolicy policy, String path) {
        return Response.accepted(PendingPolicy.of(WireName.snakeCase(policy), path))
                .build();
    }

    private static String path(ChangedEntity entity, UUID id) {
        return "/" + entity.wire() + "s/" + id;
    }

    private ObjectNode record(byte[] body) {
        try {
            if (mapper.readTree(body) instanceof ObjectNode record) {
                return record;
            }
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body must be one JSON object");
        } catch (JsonProcessingException e) {
            var problem = JsonProblems.of(e);
            throw ProblemException.of(ProblemKind.INVALID_BODY, problem.detail(), problem.errors());
        } catch (IOException e) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body is no JSON: it must be UTF-8");
        }
    }

    /** The record as it was stored. {@code X-Redacted} counts what was cut of it, {@code X-Redacted-Fields} says where. */
    private Response answer(Response.ResponseBuilder answer, EditResult edited) {
        var redacted = edited.findings().all().stream()
                .filter(finding -> finding.kind() == Kind.REDACTED)
                .map(Finding::pointer)
                .toList();
        if (!redacted.isEmpty()) {
            answer.header("X-Redacted", redacted.size())
                    .header(
                            "X-Redacted-Fields",
                            redacted.stream()
                                    .limit(MOST_POINTERS)
                                    .map(pointer -> pointer.replaceAll("[^\\x21-\\x7E]", "?"))
                                    .collect(Collectors.joining(" ")));
        }
        var shown = edited.shown();
        return answer.type("application/json")
                .header(HttpHeaders.ETAG, answers.tagOf(shown.body()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .lastModified(Date.from(shown.lastModified()))
                .entity(shown.body())
                .build();
    }
}

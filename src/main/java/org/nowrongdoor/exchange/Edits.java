package org.nowrongdoor.exchange;

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
import org.nowrongdoor.access.Caller;
import org.nowrongdoor.exchange.Finding.Kind;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes edits from the web and answers them. */
@Singleton
class Edits {

    // 40: what fits into a header that every proxy lets through.
    private static final int MOST_POINTERS = 40;

    private final EditDesk desk;
    private final Caller caller;
    private final ObjectMapper mapper;

    Edits(EditDesk desk, Caller caller, ObjectMapper mapper) {
        this.desk = desk;
        this.caller = caller;
        this.mapper = mapper;
    }

    Response put(ChangedEntity entity, String id, @Nullable String ifMatch, byte[] body) {
        var edit = edit(entity, id, ifMatch);
        var edited = desk.put(edit, record(body));
        var answer = edited.created() ? Response.created(URI.create(path(edit))) : Response.ok();
        return answer(answer, edited);
    }

    Response patch(ChangedEntity entity, String id, @Nullable String ifMatch, byte[] body) {
        return answer(Response.ok(), desk.patch(edit(entity, id, ifMatch), record(body)));
    }

    Response delete(ChangedEntity entity, String id, @Nullable String ifMatch) {
        desk.delete(edit(entity, id, ifMatch));
        return Response.noContent().build();
    }

    private Edit edit(ChangedEntity entity, String id, @Nullable String ifMatch) {
        if (!TextFormats.fits(FieldType.UUID, id)) {
            throw ProblemException.of(ProblemKind.INVALID_PARAMETER, "id must be " + FieldType.UUID.description);
        }
        return new Edit(entity, UUID.fromString(id), ifMatch, caller.actor());
    }

    private static String path(Edit edit) {
        var folder = switch (edit.entity()) {
            case TAXONOMY -> "taxonomies";
            default -> edit.entity().wire() + "s";
        };
        return "/" + folder + "/" + edit.id();
    }

    private ObjectNode record(byte[] body) {
        try {
            if (mapper.readTree(body) instanceof ObjectNode record) {
                return record;
            }
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body must be one JSON object");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw ProblemException.of(
                    ProblemKind.INVALID_BODY,
                    "the body is no JSON: look at line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (IOException e) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "the body is no JSON: it must be UTF-8");
        }
    }

    /** The record as it was stored. {@code X-Redacted} counts what was cut of it, {@code X-Redacted-Fields} says where. */
    private static Response answer(Response.ResponseBuilder answer, Edited edited) {
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
                .header(HttpHeaders.ETAG, shown.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .lastModified(Date.from(shown.lastModified()))
                .entity(shown.body())
                .build();
    }
}

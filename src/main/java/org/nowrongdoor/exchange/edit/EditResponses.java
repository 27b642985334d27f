package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.exchange.row.Finding;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.problem.JsonProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes edits from the web and answers them. */
@Singleton
class EditResponses {

    // 40: what fits into a header that every proxy lets through.
    private static final int MOST_POINTERS = 40;
    // 10: the same, for whole sentences.
    private static final int MOST_WARNINGS = 10;

    private final RecordEditor desk;
    private final Caller caller;
    private final RecordReader records;
    private final RecordResponses answers;

    EditResponses(RecordEditor desk, Caller caller, RecordReader records, RecordResponses answers) {
        this.desk = desk;
        this.caller = caller;
        this.records = records;
        this.answers = answers;
    }

    Response put(ChangedEntity entity, UUID id, @Nullable String ifMatch, byte[] body) {
        var edited = desk.put(edit(entity, id, ifMatch), record(body));
        var answer = edited.created() ? Response.created(URI.create(path(entity, id))) : Response.ok();
        return edited.pending() == null ? answer(answer, edited) : pending(edited, edited.pending(), path(entity, id));
    }

    Response patch(ChangedEntity entity, UUID id, @Nullable String ifMatch, byte[] body) {
        var edited = desk.patch(edit(entity, id, ifMatch), record(body));
        return edited.pending() == null
                ? answer(Response.ok(), edited)
                : pending(edited, edited.pending(), path(entity, id));
    }

    Response delete(ChangedEntity entity, UUID id, @Nullable String ifMatch) {
        var answer = Response.noContent();
        related(answer, desk.delete(edit(entity, id, ifMatch)));
        return answer.build();
    }

    Response approve(ChangedEntity entity, UUID id, @Nullable UUID proposal) {
        return answer(Response.ok(), desk.approve(edit(entity, id, null), proposal));
    }

    private EditRequest edit(ChangedEntity entity, UUID id, @Nullable String ifMatch) {
        return new EditRequest(entity, id, ifMatch, caller.actor(), caller.reach());
    }

    private static Response pending(EditResult edited, EditResult.Pending pending, String path) {
        return Response.accepted(
                        edited.created() ? PendingPolicy.ofNew(pending, path) : PendingPolicy.of(pending, path))
                .build();
    }

    /** {@code X-Also-Changed} names stored records that were changed or removed along, {@code X-Same-Address} public
     *  locations of other organisations at an address that is withheld now. */
    private static void related(Response.ResponseBuilder answer, Findings findings) {
        header(answer, "X-Also-Changed", findings.alsoChanged());
        header(answer, "X-Same-Address", findings.samePlace());
    }

    private static void header(Response.ResponseBuilder answer, String name, Set<String> paths) {
        if (!paths.isEmpty()) {
            answer.header(name, paths.stream().limit(MOST_POINTERS).collect(Collectors.joining(" ")));
        }
    }

    /** {@code X-Warnings} counts what the editor should look at, {@code X-Warning} says each. */
    private static void warnings(Response.ResponseBuilder answer, Findings findings) {
        int count = findings.count(Kind.WARNING);
        if (count > 0) {
            answer.header("X-Warnings", count);
            findings.all().stream()
                    .filter(finding -> finding.kind() == Kind.WARNING)
                    .limit(MOST_WARNINGS)
                    .map(finding -> finding.pointer() + " " + finding.remedy()
                            + (finding.value() == null ? "" : ", was " + finding.value()))
                    .forEach(warning -> answer.header("X-Warning", asHeader(warning)));
        }
    }

    private static String asHeader(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private static String path(ChangedEntity entity, UUID id) {
        return "/" + entity.wire() + "s/" + id;
    }

    private ObjectNode record(byte[] body) {
        try {
            if (records.read(body) instanceof ObjectNode record) {
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
            answer.header("X-Redacted", edited.findings().count(Kind.REDACTED))
                    .header(
                            "X-Redacted-Fields",
                            redacted.stream()
                                    .limit(MOST_POINTERS)
                                    .map(pointer -> asHeader(pointer).replace(' ', '?'))
                                    .collect(Collectors.joining(" ")));
        }
        warnings(answer, edited.findings());
        related(answer, edited.findings());
        var shown = edited.shown();
        return answer.type("application/json")
                .header(HttpHeaders.ETAG, answers.tagOf(shown.body()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .lastModified(answers.lastModified(shown.lastModified()))
                .entity(shown.body())
                .build();
    }
}

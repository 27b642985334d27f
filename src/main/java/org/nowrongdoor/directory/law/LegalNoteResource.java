package org.nowrongdoor.directory.law;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.request.NegotiationReader;

/** What sources say of the law, by state, topic and age. Never legal advice. */
@Tag(name = "Search")
@Path("/legal-notes")
@Produces(MediaType.APPLICATION_JSON)
public class LegalNoteResource {

    private static final String NOTHING = "Not in this directory. Ask a lawyer.";
    private static final String NOTHING_ES = "No está en este directorio. Pregunte a un abogado.";

    /** The notes that were asked for.
     *  @param note what they are not: advice */
    public record LegalNoteList(List<LegalNoteRecord> legalNotes, String note) {}

    private final LegalNoteRepository notes;
    private final LegalNoteChecker checker;
    private final AuditLog audit;

    LegalNoteResource(LegalNoteRepository notes, LegalNoteChecker checker, AuditLog audit) {
        this.notes = notes;
        this.checker = checker;
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "listLegalNotes", summary = "What sources say of the law; ask a lawyer")
    public RestResponse<LegalNoteList> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("age") @Nullable Integer age,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var language = NegotiationReader.language(lang, acceptLanguage);
        checker.checkQuestion(state, topic, age, language);
        var found = notes.list().stream()
                .filter(note -> state == null || note.holdsIn(state))
                .filter(note -> topic == null || note.topics().contains(topic))
                .filter(note -> age == null || note.overlaps(age, age))
                .toList();
        var spanish = language.equals("es");
        var advice = spanish ? LegalNoteFinder.NOT_ADVICE_ES : LegalNoteFinder.NOT_ADVICE;
        var nothing = spanish ? NOTHING_ES : NOTHING;
        return RestResponse.ResponseBuilder.ok(new LegalNoteList(found, found.isEmpty() ? nothing : advice))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putLegalNote", summary = "Put a note on a law in the place of the one with this id")
    @APIResponse(
            responseCode = "200",
            description = "The note as it is told now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LegalNoteRecord.class)))
    @APIResponse(
            responseCode = "201",
            description = "A new note",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LegalNoteRecord.class)))
    public RestResponse<LegalNoteRecord> put(@PathParam("id") UUID id, @NotNull LegalNoteRecord note) {
        checker.check(id, note);
        var told = note.with(id);
        var isNew = write(told);
        notes.forget();
        return RestResponse.status(isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, told);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteLegalNote", summary = "Take a note on a law away")
    @APIResponse(responseCode = "204", description = "It is told no more")
    public void delete(@PathParam("id") UUID id) {
        remove(id);
        notes.forget();
    }

    @Transactional
    boolean write(LegalNoteRecord note) {
        var isNew = notes.find(note.id()).isEmpty();
        notes.put(note);
        audit.record("put", "legal-note", note.id().toString());
        return isNew;
    }

    @Transactional
    void remove(UUID id) {
        if (notes.find(id).isEmpty()) {
            throw ParameterProblems.absent("legal note", id);
        }
        notes.remove(id);
        audit.record("delete", "legal-note", id.toString());
    }
}

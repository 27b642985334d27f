package org.nowrongdoor.exchange.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** What a provider states of itself, by its link and without an account. */
@Tag(name = "Provider")
@Path("/provider/{token}/statement")
public class StatementResource {

    private static final String ANSWERS = """
            {"facts": {"exit_required": {"value": "no", "as_stated": "We help people whatever they decide."},
                       "max_stay_days": {"value": {"at_least": 90}}, "curfew": null}}""";

    private static final String STATEMENT = """
            {"service_id": "ac148810-d857-441c-9679-408f346de14b", "name": "Open door",
             "facts": {"exit_required": {"value": "no", "as_stated": "We help people whatever they decide.",
                       "stated_on": "2026-08-01", "expires_on": "2027-08-01"}},
             "others": {}, "questions": [], "expires_at": "2026-08-15T12:00:00Z"}""";

    private static final String HTML = "text/html;charset=UTF-8;qs=0.9";

    private final StatementEditor statements;
    private final StatementPage page;
    private final HttpHeaders headers;

    StatementResource(StatementEditor statements, StatementPage page, @Context HttpHeaders headers) {
        this.statements = statements;
        this.page = page;
        this.headers = headers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getOwnStatement",
            summary = "What a provider has stated of itself, what sources say, and the questions")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StatementView.class),
                            examples = @ExampleObject(name = "statement", value = STATEMENT)))
    public StatementView get(@PathParam("token") String token) {
        return statements.get(token);
    }

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putOwnStatement",
            summary = "Answer some of the questions, or take answers back",
            description =
                    "What is named is stated, null takes an answer back, the rest stays. Each answer stands next to what sources say, is dated, and expires after a year.")
    @APIResponse(
            responseCode = "200",
            description = "The statement as it stands now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StatementView.class),
                            examples = @ExampleObject(name = "statement", value = STATEMENT)))
    public StatementView put(
            @PathParam("token") String token,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = StatementView.Answers.class),
                                            examples = @ExampleObject(name = "answers", value = ANSWERS)))
                    @NotNull @Valid StatementView.Answers answers) {
        statements.put(token, Objects.requireNonNullElse(answers.facts(), Map.of()), before -> true);
        return statements.get(token);
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> look(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("saved") @Nullable String saved) {
        return shown(200, token, language(lang), new StatementPage.News(false, Set.of(), false, "true".equals(saved)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({HTML, MediaType.APPLICATION_JSON})
    @Operation(operationId = "postOwnStatement", summary = "Answer questions by the form of the page")
    @APIResponse(responseCode = "303", description = "Stored; Location is the page with the answers")
    public Response save(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.OBJECT,
                                                            additionalProperties = String.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "answers",
                                                            value = "{\"exit_required\": \"no\"}")))
                    MultivaluedMap<String, String> form) {
        var words = language(lang);
        try {
            var part = Objects.requireNonNullElse(form.getFirst("group"), "");
            var seen = form.getFirst(StatementPage.SEEN);
            // What is left open is taken back, so it must be known what was open.
            statements.put(
                    token, StatementFormReader.read(form), before -> seen == null || seen.equals(before.mark(part)));
        } catch (ProblemException refused) {
            var isStale = refused.kind() == ProblemKind.CONFLICT;
            return shown(
                            refused.kind().status,
                            token,
                            words,
                            new StatementPage.News(true, named(refused), isStale, false))
                    .toResponse();
        }
        // So that reloading the page asks again and changes nothing.
        return Response.seeOther(URI.create("/provider/" + token + "/statement?saved=true&lang=" + words))
                .build();
    }

    /** The facts that a refusal names. */
    private static Set<String> named(ProblemException refused) {
        return refused.problem().errors().stream()
                .map(fault -> fault.pointer().replaceFirst("^/facts/([^/]*+).*", "$1"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private RestResponse<String> shown(int status, String token, String lang, StatementPage.News news) {
        String html;
        var shownStatus = status;
        try {
            html = page.of(statements.get(token), lang, news);
        } catch (ProblemException absent) {
            html = page.absent(lang);
            shownStatus = absent.kind().status;
        }
        return ResponseBuilder.<String>create(shownStatus)
                .entity(html)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    private String language(@Nullable String asked) {
        return NegotiationReader.pageLanguage(asked, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}

package org.nowrongdoor.referral.answer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.nowrongdoor.referral.ReferralExamples;
import org.nowrongdoor.referral.state.ReferralReason;
import org.nowrongdoor.referral.state.RefusalReason;

/** Where a provider without an account answers: a page, or JSON. */
@Path("/answer/{token}")
@Tag(name = "Referrals")
public class AnswerResource {

    private static final String HTML = "text/html;charset=UTF-8;qs=0.9";

    /** A provider's answer.
     *  @param decision {@code accept} or {@code decline}
     *  @param reason why it declines: a code, or an object that holds one
     *  @param because what a refusal comes from, such as a grant or a law; counted for those who send others */
    @Schema(name = "ReferralAnswer")
    public record Answer(
            @Schema(
                    nullable = true,
                    enumeration = {"accept", "decline"})
            @Nullable String decision,

            @Schema(implementation = ReferralReason.class) @Nullable JsonNode reason,

            @Schema(nullable = true) @Nullable RefusalReason because) {}

    private final AnswerHandler desk;
    private final AnswerPage page;
    private final HttpHeaders headers;

    public AnswerResource(AnswerHandler desk, AnswerPage page, @Context HttpHeaders headers) {
        this.desk = desk;
        this.page = page;
        this.headers = headers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lookAtRequest",
            summary = "What is asked through a one-time link; looking decides nothing")
    @APIResponse(
            responseCode = "200",
            description = "The request, open or answered",
            content =
                    @Content(
                            schema = @Schema(implementation = AnswerView.class),
                            examples = @ExampleObject(name = "request", value = ReferralExamples.REQUEST)))
    public AnswerView look(@PathParam("token") String token, @QueryParam("lang") @Nullable String lang) {
        return desk.look(token, language(lang));
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> lookAtPage(
            @PathParam("token") String token, @QueryParam("lang") @Nullable String lang) {
        return shown(200, token, language(lang), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "answerRequest", summary = "Accept or decline, once")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Answer.class),
                            examples = @ExampleObject(name = "decline", value = ReferralExamples.ANSWER)))
    @APIResponse(
            responseCode = "200",
            description = "Answered",
            content =
                    @Content(
                            schema = @Schema(implementation = AnswerView.class),
                            examples = @ExampleObject(name = "request", value = ReferralExamples.REQUEST)))
    @APIResponse(responseCode = "303", description = "Answered by the form of the page; Location is the page")
    public AnswerView answer(
            @PathParam("token") String token, @QueryParam("lang") @Nullable String lang, @NotNull Answer answer) {
        desk.answer(token, answer.decision(), reason(answer.reason()), answer.because());
        return desk.look(token, language(lang));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({HTML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public RestResponse<String> answerOnPage(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @FormParam("decision") @Nullable String decision,
            @FormParam("reason") @Nullable String reason) {
        var words = language(lang);
        try {
            desk.answer(
                    token,
                    decision,
                    reason == null || reason.isEmpty() || "accept".equals(decision) ? null : ReferralReason.get(reason),
                    null);
        } catch (ProblemException refused) {
            return shown(refused.kind().status, token, words, fault(refused.kind()));
        }
        // So that reloading the page asks again and answers nothing.
        return RestResponse.seeOther(URI.create("/answer/" + token + "?lang=" + words));
    }

    private RestResponse<String> shown(int status, String token, String lang, @Nullable String fault) {
        String html;
        int shownStatus = status;
        try {
            html = page.of(desk.look(token, lang), lang, fault);
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

    private static @Nullable String fault(ProblemKind kind) {
        return switch (kind) {
            case ALREADY_DECIDED -> "fault.decided";
            case LINK_EXPIRED -> "fault.expired";
            default -> "fault.choose";
        };
    }

    private static @Nullable ReferralReason reason(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        return ReferralReason.get((given.isObject() ? given.path("code") : given).asText());
    }

    /** The language that was asked for, else the one that the browser likes best of ours. */
    private String language(@Nullable String asked) {
        return NegotiationReader.pageLanguage(asked, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}

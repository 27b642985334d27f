package org.nowrongdoor.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.format.Messages;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.RequestFaults;

/** What to say next to results: about danger at this moment, and about the device they are read on. */
@Path("/safety")
@Tag(name = "Search")
public class SafetyResource {

    private static final List<String> DEVICE = List.of("traces", "leaving", "other_ways", "writing");
    private static final String NETWORK = "techsafety.org";
    private static final int MOST_LINES = 5;

    private final NextStepBuilder doors;

    public SafetyResource(NextStepBuilder doors) {
        this.doors = doors;
    }

    /** Words for those who show results.
     *  @param lines national lines that the directory holds, peer-led and many-channelled first
     *  @param quickExit how a page should let someone leave */
    public record Safety(String lang, Advice emergency, List<NextStep> lines, List<Advice> device, Advice quickExit) {}

    /** A sentence and whose it is.
     *  @param source the organisation whose advice it follows; null where it is the directory's own */
    @Schema(name = "SafetyAdvice")
    public record Advice(String code, String text, @Nullable String source) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getSafety",
            summary = "What to say next to results",
            description = "Wording about danger and about watched devices, with its source, and national lines of the"
                    + " directory. It never promises that a trace can be wiped away.")
    public RestResponse<Safety> safety(
            @Parameter(description = "en or es", example = "es") @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var faults = new RequestFaults();
        var language = NegotiationReader.language(lang, acceptLanguage);
        faults.oneOf("lang", language, NegotiationReader.LANGUAGES);
        faults.throwIfAny();
        var spoken = new Messages(language);
        var safety = new Safety(
                language,
                advice(spoken, "emergency", null),
                doors.national(HitPresenter.of(false, language), MOST_LINES, language),
                DEVICE.stream().map(code -> advice(spoken, code, NETWORK)).toList(),
                advice(spoken, "quick_exit", NETWORK));
        return RestResponse.ResponseBuilder.ok(safety)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Advice advice(Messages spoken, String code, @Nullable String source) {
        return new Advice(code, spoken.say("safety." + code), source);
    }
}

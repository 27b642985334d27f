package org.nowrongdoor.directory.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.taxonomy.TermNode;
import org.nowrongdoor.taxonomy.TermTree;
import org.nowrongdoor.taxonomy.Terms;

/** Which needs are met in which states, for those who fill the gaps. */
@Tag(name = "Catalogues")
@Path("/stats/coverage")
@Produces(MediaType.APPLICATION_JSON)
public class CoverageResource {

    private static final String NOTE = "An empty cell means that this directory knows of none, not that there is none.";
    private static final String NOTE_ES =
            "Una celda vacía dice que este directorio no conoce ninguno, no que no haya ninguno.";

    private static final String COUNTED = """
            {"as_of": "2026-08-01T12:00:00Z",
             "note": "An empty cell means that this directory knows of none, not that there is none.",
             "needs": [{"code": "shelter", "label": "Shelter and housing"}, {"code": "work", "label": "Work"}],
             "national": [{"code": "shelter", "services": 2, "verified": 0}, {"code": "work", "services": 0, "verified": 0}],
             "states": [{"id": "MN", "name": "Minnesota",
             "needs": [{"code": "shelter", "services": 12, "verified": 3}, {"code": "work", "services": 0, "verified": 0}],
             "empty": ["work"]}]}""";

    private final CoverageCounter counter;
    private final Regions regions;
    private final Terms terms;

    CoverageResource(CoverageCounter counter, Regions regions, Terms terms) {
        this.counter = counter;
        this.regions = regions;
        this.terms = terms;
    }

    @GET
    @Operation(
            operationId = "getCoverage",
            summary = "How many services there are by state and need, and where none is known")
    @APIResponse(
            responseCode = "200",
            description = "The numbers",
            content =
                    @Content(
                            schema = @Schema(implementation = CoverageView.class),
                            examples = @ExampleObject(name = "counted", value = COUNTED)))
    public RestResponse<CoverageView> get(
            @QueryParam("state") @Nullable String state,
            @QueryParam("need") @Nullable String need,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var language = NegotiationReader.language(lang, acceptLanguage);
        if (!NegotiationReader.LANGUAGES.contains(language)) {
            throw ParameterProblems.value("lang", "en or es", language);
        }
        var tree = terms.tree();
        var codes = need == null ? topNeeds(tree) : needsUnder(tree, need);
        var wanted = state == null ? regions.children(Region.NATION) : List.of(state(state));
        var table = counter.get();
        var view = new CoverageView(
                table.asOf(),
                language.equals("es") ? NOTE_ES : NOTE,
                codes.stream()
                        .map(code -> new CoverageView.NeedColumn(code, tree.label(code, language)))
                        .toList(),
                table.counts(Region.NATION, codes),
                wanted.stream()
                        .sorted(Comparator.comparing(Region::id))
                        .map(region -> row(table, region, codes))
                        .toList());
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static CoverageView.StateRow row(CoverageTable table, Region region, List<String> codes) {
        var counts = table.counts(region.id(), codes);
        var empty = counts.stream()
                .filter(count -> count.services() == 0)
                .map(NeedCount::code)
                .toList();
        return new CoverageView.StateRow(region.id(), region.name(), counts, empty);
    }

    private Region state(String id) {
        return regions.find(id)
                .filter(region -> region.kind() == RegionKind.STATE)
                .orElseThrow(() -> ParameterProblems.value("state", "two letters of a state such as MN", id));
    }

    private static List<String> topNeeds(TermTree tree) {
        return tree.list().stream()
                .filter(term -> term.isHelp() && term.parentCode() == null)
                .map(TermNode::code)
                .toList();
    }

    /** A need and what lies under it. */
    private static List<String> needsUnder(TermTree tree, String need) {
        var term = tree.find(need)
                .filter(TermNode::isHelp)
                .orElseThrow(() -> ParameterProblems.value("need", "the code of a need such as shelter", need));
        return tree.withDescendants(term.code()).stream()
                .filter(code -> tree.find(code).map(TermNode::isHelp).orElse(false))
                .toList();
    }
}

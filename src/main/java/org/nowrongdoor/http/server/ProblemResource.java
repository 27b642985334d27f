package org.nowrongdoor.http.server;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** The pages that the {@code type} of a problem points to. */
@Path("/problems")
public class ProblemResource {

    private final Template template;
    private final PageStyle style = PageStyle.packaged();

    public ProblemResource(@Location("problems.html") Template template) {
        this.template = template;
    }

    /** One kind of problem, explained. */
    public record ProblemPage(String type, String title, int status, String remedy) {

        static ProblemPage of(ProblemKind kind) {
            return new ProblemPage("/problems/" + kind.slug(), kind.title, kind.status, kind.remedy);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listProblems", summary = "Every kind of problem, and what to do about it")
    public List<ProblemPage> list() {
        return Arrays.stream(ProblemKind.values()).map(ProblemPage::of).toList();
    }

    @GET
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public RestResponse<String> listPage() {
        return html(template.data("title", "Problems").data("page", null).data("pages", list()));
    }

    @GET
    @Path("/{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getProblem", summary = "What a kind of problem means, and what to do about it")
    public ProblemPage get(@PathParam("slug") String slug) {
        return ProblemKind.findBySlug(slug)
                .map(ProblemPage::of)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND,
                        "no problem has this name"
                                + NearestName.hint(
                                        slug,
                                        Arrays.stream(ProblemKind.values())
                                                .map(ProblemKind::slug)
                                                .toList())));
    }

    @GET
    @Path("/{slug}")
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public RestResponse<String> page(@PathParam("slug") String slug) {
        var page = get(slug);
        return html(template.data("title", page.title()).data("page", page).data("pages", List.of()));
    }

    private RestResponse<String> html(TemplateInstance filled) {
        return ResponseBuilder.ok(filled.data("style", style.css()).render())
                .header("Content-Security-Policy", style.contentSecurityPolicy())
                .build();
    }
}

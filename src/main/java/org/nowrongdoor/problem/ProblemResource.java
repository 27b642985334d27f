package org.nowrongdoor.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that the {@code type} of a problem points to. */
@Path("/problems")
public class ProblemResource {

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
    public String listPage() {
        var rows = new StringBuilder("<h1>Problems</h1><ul>");
        list().forEach(page ->
                rows.append("<li><a href=\"%s\">%d %s</a></li>".formatted(page.type(), page.status(), page.title())));
        return html("Problems", rows.append("</ul>").toString());
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
    public String page(@PathParam("slug") String slug) {
        var page = get(slug);
        return html(
                page.title(),
                "<h1>%d %s</h1><p>%s</p><p><a href=\"/problems\">All problems</a></p>"
                        .formatted(page.status(), page.title(), page.remedy().replace("\"", "&quot;")));
    }

    private static String html(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body>" + body + "</body></html>";
    }
}

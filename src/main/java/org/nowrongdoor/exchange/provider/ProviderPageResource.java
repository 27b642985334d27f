package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.exchange.edit.CapacityReport;
import org.nowrongdoor.http.request.NegotiationReader;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** A provider's own entry as a page that works without JavaScript. Looking at it changes nothing. */
@Path("/provider/{token}/page")
public class ProviderPageResource {

    private static final String HTML = "text/html;charset=UTF-8";

    private final ProviderEditor desk;
    private final ProviderPage page;
    private final HttpHeaders headers;

    ProviderPageResource(ProviderEditor desk, ProviderPage page, @Context HttpHeaders headers) {
        this.desk = desk;
        this.page = page;
        this.headers = headers;
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> look(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("saved") @Nullable String saved) {
        return shown(200, token, language(lang), new ProviderPage.News(null, "true".equals(saved)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> act(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            MultivaluedMap<String, String> form) {
        var words = language(lang);
        try {
            switch (Objects.requireNonNullElse(form.getFirst("action"), "")) {
                case "capacity" -> desk.capacity(token, new CapacityReport(code(form.getFirst("code")), null));
                case "change" -> change(token, form);
                case "verify" -> desk.verify(token, form.getFirst(ProviderPage.VERSION));
                case "decline" -> {
                    return decline(token, words, form);
                }
                default -> throw ProblemException.of(ProblemKind.INVALID_BODY, "action must be one of the page's own");
            }
        } catch (ProblemException refused) {
            var slip = ProviderPageProblem.of(refused, form);
            return shown(refused.kind().status, token, words, new ProviderPage.News(slip, false));
        }
        // So that reloading the page asks again and changes nothing.
        return RestResponse.seeOther(URI.create("/provider/" + token + "/page?saved=true&lang=" + words));
    }

    private void change(String token, MultivaluedMap<String, String> form) {
        var patch = JsonNodeFactory.instance.objectNode();
        var now = desk.get(token).service().body();
        for (var field : ProviderPage.FIELDS) {
            var seen =
                    ProviderPageProblem.seen(form, field).orElse(now.path(field).asText(""));
            if (!ProviderPageProblem.isChanged(form, field, seen)) {
                continue;
            }
            var text = ProviderPageProblem.plain(form.getFirst(field));
            if (text.isEmpty()) {
                patch.putNull(field);
            } else {
                patch.put(field, text);
            }
        }
        if (!patch.isEmpty()) {
            desk.patch(token, form.getFirst(ProviderPage.VERSION), patch);
        }
    }

    private RestResponse<String> decline(String token, String lang, MultivaluedMap<String, String> form) {
        if (!"true".equals(form.getFirst("confirm"))) {
            throw ProblemException.of(ProblemKind.INVALID_BODY, "confirm must be ticked");
        }
        desk.decline(token);
        return html(200, page.saying("declined", lang), lang);
    }

    private static Capacity.Code code(@Nullable String text) {
        for (var code : Capacity.Code.values()) {
            if (WireName.kebabCase(code).equals(text)) {
                return code;
            }
        }
        throw ProblemException.of(ProblemKind.INVALID_BODY, "code must be one of the page's own");
    }

    private RestResponse<String> shown(int status, String token, String lang, ProviderPage.News news) {
        try {
            return html(status, page.of(desk.get(token), lang, news), lang);
        } catch (ProblemException absent) {
            return html(absent.kind().status, page.saying("absent", lang), lang);
        }
    }

    private RestResponse<String> html(int status, String text, String lang) {
        return ResponseBuilder.<String>create(status)
                .entity(text)
                .type(HTML)
                .header("Content-Security-Policy", page.contentSecurityPolicy())
                .header(HttpHeaders.CONTENT_LANGUAGE, lang)
                .header(HttpHeaders.VARY, "Accept-Language")
                .build();
    }

    private String language(@Nullable String asked) {
        return NegotiationReader.pageLanguage(asked, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}

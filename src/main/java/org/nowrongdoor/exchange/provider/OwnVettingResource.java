package org.nowrongdoor.exchange.provider;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.vetting.VettingView;
import org.nowrongdoor.exchange.vetting.VettingEditor;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.request.NegotiationReader;

/** What others say of a provider's organisation, by the provider's link, before it is shown to anyone. */
@Tag(name = "Provider")
@Path("/provider/{token}/vetting")
@Produces(MediaType.APPLICATION_JSON)
public class OwnVettingResource {

    private final InvitationRepository invitations;
    private final VettingEditor files;

    OwnVettingResource(InvitationRepository invitations, VettingEditor files) {
        this.invitations = invitations;
        this.files = files;
    }

    @GET
    @Operation(operationId = "getOwnVetting", summary = "The vetting file of a provider's own organization")
    public RestResponse<VettingView> get(
            @PathParam("token") String token,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var language = NegotiationReader.language(lang, acceptLanguage);
        if (!NegotiationReader.LANGUAGES.contains(language)) {
            throw ParameterProblems.value("lang", "en or es", language);
        }
        return RestResponse.ResponseBuilder.ok(
                        files.ownFile(invitations.get(token).serviceId(), language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}

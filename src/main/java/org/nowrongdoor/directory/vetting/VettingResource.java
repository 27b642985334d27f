package org.nowrongdoor.directory.vetting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.Scope;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.request.NegotiationReader;

/** What others found when they looked into an organisation. */
@Tag(name = "Organizations")
@Path("/organizations/{id}/vetting")
@Produces(MediaType.APPLICATION_JSON)
public class VettingResource {

    private final VettingReader files;
    private final Caller caller;

    VettingResource(VettingReader files, Caller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getVetting",
            summary = "The vetting file of an organization: answers with evidence, concerns, and its replies")
    public RestResponse<VettingView> get(
            @PathParam("id") UUID id,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var language = NegotiationReader.language(lang, acceptLanguage);
        if (!NegotiationReader.LANGUAGES.contains(language)) {
            throw ParameterProblems.value("lang", "en or es", language);
        }
        if (!files.isOrganization(id)) {
            throw ParameterProblems.absent("organization", id);
        }
        return RestResponse.ResponseBuilder.ok(files.get(id, side(id), language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Who vets sees everything, but not of its own organisation. */
    private VettingReader.Side side(UUID id) {
        return caller.may(Scope.DIRECTORY_VET) && !id.equals(caller.organizationId())
                ? VettingReader.Side.VETTER
                : VettingReader.Side.ANYONE;
    }
}

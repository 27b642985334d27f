package org.nowrongdoor.access.key;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Keys, for those who hand them out. */
@Path("/keys")
public class KeyResource {

    /** All keys of the caller's organisation; of every one for a caller who belongs to none. */
    @Schema(name = "KeyList")
    public record Keys(List<KeyView> keys) {}

    /** How a key is replaced.
     *  @param overlapHours how long the old one goes on; a day unless said otherwise */
    @Schema(name = "KeyRotation")
    public record Rotation(@Nullable @Min(0) @Max(720) Integer overlapHours) {}

    private static final int DEFAULT_OVERLAP_HOURS = 24;

    private final ApiKeys keys;

    public KeyResource(ApiKeys keys) {
        this.keys = keys;
    }

    @POST
    @Operation(operationId = "createKey", summary = "Create a key; it is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedKey.class)))
    public RestResponse<IssuedKey> create(@NotNull @Valid NewKey wanted) {
        return created(keys.issue(wanted));
    }

    @GET
    @Operation(operationId = "listKeys", summary = "List keys, the newest first")
    public Keys list() {
        return new Keys(keys.list());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getKey", summary = "Everything about a key but the key")
    public KeyView get(@PathParam("id") UUID id) {
        return keys.get(id).view();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeKey", summary = "Revoke a key, at once and everywhere")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("id") UUID id) {
        keys.revoke(id);
    }

    @POST
    @Path("/{id}/rotation")
    @Operation(operationId = "rotateKey", summary = "Create a key in place of another, which goes on for a while")
    @APIResponse(
            responseCode = "201",
            description = "The new key",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedKey.class)))
    public RestResponse<IssuedKey> rotate(@PathParam("id") UUID id, @Nullable @Valid Rotation rotation) {
        var hours =
                rotation == null || rotation.overlapHours() == null ? DEFAULT_OVERLAP_HOURS : rotation.overlapHours();
        return created(keys.rotate(id, Duration.ofHours(hours)));
    }

    private static RestResponse<IssuedKey> created(IssuedKey key) {
        return RestResponse.ResponseBuilder.<IssuedKey>created(URI.create("/keys/" + key.id()))
                .entity(key)
                .build();
    }
}

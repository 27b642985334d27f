package org.nowrongdoor.access.key;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Scope;

/** A key that is asked for.
 *  @param scopes what it may do; empty for a key for embedding
 *  @param origins the sites whose pages may use it to read, such as {@code https://example.org}; only for embedding
 *  @param organizationId whose own referrals it reaches */
public record NewKey(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 7) List<@NotNull Scope> scopes,

        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = ORIGIN, message = "must be an origin such as https://example.org") String>
                origins,

        @Schema(nullable = true) @Nullable UUID organizationId,
        @Schema(nullable = true) @Nullable OffsetDateTime expiresAt) {

    // https everywhere; plain http only on the machine of those who build the page.
    static final String ORIGIN =
            "https://[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?";

    public NewKey {
        scopes = scopes == null
                ? List.of()
                : List.copyOf(scopes.stream().distinct().toList());
        origins = origins == null
                ? List.of()
                : List.copyOf(origins.stream().distinct().toList());
    }
}

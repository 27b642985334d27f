package org.nowrongdoor.http.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this directory is, as HSDA's root tells it.
 *  @param version of HSDS
 *  @param profile where our five extra properties are explained
 *  @see "HSDS 3.2, API reference, /" */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record About(
        String version,
        @Schema(format = "uri-reference") URI profile,
        @Schema(format = "uri-reference") URI openapiUrl,
        Publisher publisher,
        @Schema(format = "uri-reference") URI dataGuide,
        String description) {

    /** Who publishes the data. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Publisher(String name, Optional<String> email, Optional<URI> website) {}
}

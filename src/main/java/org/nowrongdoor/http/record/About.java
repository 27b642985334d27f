package org.nowrongdoor.http.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Optional;

/** What this directory is, as HSDA's root tells it.
 *  @param version of HSDS
 *  @param profile where our five extra properties are explained
 *  @see "HSDS 3.2, API reference, /" */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record About(
        String version, URI profile, URI openapiUrl, Publisher publisher, URI dataGuide, String description) {

    /** Who publishes the data. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Publisher(String name, Optional<String> email, Optional<URI> website) {}
}

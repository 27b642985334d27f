package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a client said against what is known of a service, both sides at once. It decides nothing: the provider does.
 *  @param code of the fact
 *  @param attribute what the client said
 *  @param asStated the words about the service; null where there are none */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Conflict(
        String code,
        String attribute,
        String text,
        @JsonProperty("as_stated") @Nullable String asStated) {}

package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.UnknownTo;
import org.nowrongdoor.eligibility.rule.Kleene;

/** One part of a rule that counted towards a verdict. It repeats the provider's rule, never the client's answer.
 *  @param attribute an attribute's code, or {@code eligibility} where the provider states no rule
 *  @param unknownTo the party that could resolve it; null unless the outcome is unknown
 *  @param asStated the provider's own words; null where there are none
 *  @param text one sentence to read aloud */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Reason(
        String attribute,
        Kleene outcome,
        @JsonProperty("unknown_to") @Nullable UnknownTo unknownTo,
        @JsonProperty("as_stated") @Nullable String asStated,
        String text) {}

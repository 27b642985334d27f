package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.UnknownTo;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RuleReason;

/** One part of a rule that counted towards a verdict. It repeats the provider's rule, never the client's answer.
 *  @param attribute an attribute's code, or {@code eligibility} where the provider states no rule
 *  @param unknownTo the party that could resolve it; null unless the outcome is unknown
 *  @param asStated the provider's own words; null where there are none
 *  @param because why the provider has the rule; absent where it does not say
 *  @param text one sentence to read aloud */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "MatchReason")
public record Reason(
        String attribute,
        Kleene outcome,
        @JsonProperty("unknown_to") @Nullable UnknownTo unknownTo,
        @JsonProperty("as_stated") @Nullable String asStated,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RuleReason because,
        String text) {}

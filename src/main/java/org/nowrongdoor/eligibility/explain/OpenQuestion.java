package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A question to the client about a page of services.
 *  @param wouldDecide how many undecided services of the page this answer alone could settle, at least one */
public record OpenQuestion(
        String attribute,
        String text,
        @JsonProperty("would_decide") int wouldDecide) {}

package org.nowrongdoor.eligibility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service states about who it helps.
 *
 * @param rule null when it states none
 * @param facts the words of the facts it states, the likes of {@code yes} and {@code by_identity}; absent is unknown
 */
public record ServiceTerms(@Nullable Rule rule, Map<FactCode, String> facts) {

    /** A rule with no fact beside it. */
    public static ServiceTerms of(@Nullable Rule rule) {
        return new ServiceTerms(rule, Map.of());
    }

    boolean isUnknown(FactCode code) {
        return facts.getOrDefault(code, FactCode.UNKNOWN).equals(FactCode.UNKNOWN);
    }

    /** Whether trans people are taken in by the gender they say. */
    boolean takesTransPeopleByIdentity() {
        return facts.getOrDefault(FactCode.TRANS_INCLUSIVE, FactCode.UNKNOWN).equals("by_identity");
    }
}

package org.nowrongdoor.eligibility.evaluate;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Rule;

/** What a service states about who it helps, made ready once: worth keeping for as long as the service stays the same. */
public final class ServiceTerms {

    private final @Nullable Rule rule;
    private final @Nullable NnfRule signed;
    private final Map<FactCode, String> facts;
    private final Set<ClientAttribute> ruled;

    /**
     * Makes the terms ready.
     *
     * @param rule null when the service states none
     * @param facts the words of the facts it states, the likes of {@code yes} and {@code by_identity}; absent is unknown
     */
    public ServiceTerms(@Nullable Rule rule, Map<FactCode, String> facts) {
        this.rule = rule;
        this.facts = Map.copyOf(facts);
        signed = rule == null ? null : NnfRule.of(rule);
        ruled = signed == null ? Set.of() : signed.attributes();
    }

    /** A rule with no fact beside it. */
    public static ServiceTerms of(@Nullable Rule rule) {
        return new ServiceTerms(rule, Map.of());
    }

    public @Nullable Rule rule() {
        return rule;
    }

    @Nullable public NnfRule signed() {
        return signed;
    }

    /** Whether the rule speaks of an attribute. */
    public boolean rules(ClientAttribute attribute) {
        return ruled.contains(attribute);
    }

    public boolean isUnknown(FactCode code) {
        return facts.getOrDefault(code, FactCode.UNKNOWN).equals(FactCode.UNKNOWN);
    }

    /** Whether trans people are taken in by the gender they say. */
    boolean takesTransPeopleByIdentity() {
        return facts.getOrDefault(FactCode.TRANS_INCLUSIVE, FactCode.UNKNOWN).equals("by_identity");
    }
}

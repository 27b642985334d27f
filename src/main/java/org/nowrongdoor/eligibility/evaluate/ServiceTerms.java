package org.nowrongdoor.eligibility.evaluate;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Rule;

/** The rule and the facts of a service, prepared for evaluation. They can be kept until the service changes. */
public final class ServiceTerms {

    private final @Nullable Rule rule;
    private final @Nullable NnfRule signed;
    private final Map<FactCode, String> facts;
    private final Set<ClientAttribute> ruled;

    /** Prepares the terms.
     *  @param rule null when the service states none
     *  @param facts values of the stated facts, such as {@code yes} and {@code by_identity}; absent means unknown */
    public ServiceTerms(@Nullable Rule rule, Map<FactCode, String> facts) {
        this.rule = rule;
        this.facts = Map.copyOf(facts);
        signed = rule == null ? null : NnfRule.of(rule);
        ruled = signed == null ? Set.of() : signed.attributes();
    }

    /** The terms of a rule without facts. */
    public static ServiceTerms of(@Nullable Rule rule) {
        return new ServiceTerms(rule, Map.of());
    }

    public @Nullable Rule rule() {
        return rule;
    }

    public @Nullable NnfRule signed() {
        return signed;
    }

    /** Whether the rule tests an attribute. */
    public boolean rules(ClientAttribute attribute) {
        return ruled.contains(attribute);
    }

    public boolean isUnknown(FactCode code) {
        return facts.getOrDefault(code, FactCode.UNKNOWN).equals(FactCode.UNKNOWN);
    }

    /** Whether trans people are accepted by the gender they state. */
    boolean takesTransPeopleByIdentity() {
        return facts.getOrDefault(FactCode.TRANS_INCLUSIVE, FactCode.UNKNOWN).equals("by_identity");
    }
}

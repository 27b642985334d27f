package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a service can help, as the provider states it: groups over leaves, in the JSON of the contract.
 *
 * @see RuleChecker what a rule from outside must pass first
 * @see "API.md, section 3"
 */
@JsonSerialize(using = RuleJsonMapper.Writer.class)
@JsonDeserialize(using = RuleJsonMapper.Reader.class)
public sealed interface Rule {

    /** Every part must be met; with no parts, the provider states that it asks for nothing. */
    record AllOf(List<Rule> rules) implements Rule {}

    /** One part met is enough. */
    record AnyOf(List<Rule> rules) implements Rule {}

    record Not(Rule rule) implements Rule {}

    /** Each child who comes along must meet it, with its own age and gender. */
    record EveryChild(Rule rule) implements Rule {}

    /** One test of one attribute, with the provider's words kept beside it. */
    record Leaf(ClientAttribute attribute, Condition condition, Weight weight, Provenance provenance) implements Rule {
        /** Whether no answer of a client can fail it. */
        public boolean isOpen() {
            return weight.neverFails()
                    || weight.isDiscretion()
                    || weight.isAmbiguous()
                    || condition instanceof Condition.Untested;
        }
    }

    /**
     * How much a leaf counts. Absent is kept apart from stated, so that a rule is written as it was read.
     *
     * @param strength hard when absent
     * @param ambiguous false when absent: the provider's words can be read in two ways
     */
    record Weight(@Nullable Strength strength, @Nullable Boolean ambiguous) {
        public static final Weight HARD = new Weight(null, null);

        /** Whether it never turns anyone away. */
        public boolean neverFails() {
            return strength != null && strength.neverFails();
        }

        public boolean isDiscretion() {
            return strength == Strength.DISCRETION;
        }

        public boolean isAmbiguous() {
            return Boolean.TRUE.equals(ambiguous);
        }
    }

    /** Where a leaf comes from. */
    record Provenance(
            @Nullable RuleReason reason,
            @Nullable String asStated,
            @Nullable String sourceUrl,
            @Nullable LocalDate verifiedOn) {
        public static final Provenance NONE = new Provenance(null, null, null, null);
    }
}

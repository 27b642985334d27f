package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider's statement of who it can help: groups over leaves, read and written as JSON.
 *  @see RuleChecker the checks that a rule from outside must pass first */
@JsonSerialize(using = RuleJsonMapper.Writer.class)
@JsonDeserialize(using = RuleJsonMapper.Reader.class)
public sealed interface Rule {

    /** Conjunction: every part must be met. With no parts, the provider states that it has no conditions. */
    record AllOf(List<Rule> rules) implements Rule {}

    /** Disjunction: one part met is enough. */
    record AnyOf(List<Rule> rules) implements Rule {}

    record Not(Rule rule) implements Rule {}

    /** Conjunction over children: each accompanying child must meet the rule by its own age and gender. */
    record EveryChild(Rule rule) implements Rule {}

    /** One test of one attribute, with the source and the provider's own words. */
    record Leaf(ClientAttribute attribute, Condition condition, Weight weight, Provenance provenance) implements Rule {
        /** Whether no answer of a client can fail it. */
        public boolean isOpen() {
            return weight.neverFails()
                    || weight.isDiscretion()
                    || weight.isAmbiguous()
                    || condition instanceof Condition.Untested;
        }
    }

    /** How much a leaf counts. Absent is kept apart from stated, so that a rule is written as it was read.
     *  @param strength hard when absent
     *  @param ambiguous whether the provider's words can be read in two ways; false when absent */
    record Weight(@Nullable Strength strength, @Nullable Boolean ambiguous) {
        public static final Weight HARD = new Weight(null, null);

        /** Whether the leaf never excludes a client. */
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

    /** The source of a leaf. */
    record Provenance(
            @Nullable RuleReason reason,
            @Nullable String asStated,
            @Nullable String sourceUrl,
            @Nullable LocalDate verifiedOn) {
        public static final Provenance NONE = new Provenance(null, null, null, null);
    }
}

package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What is wrong with a number of an attribute, be it a rule's bound or a client's answer. */
public final class NumberChecker {

    private NumberChecker() {}

    /** The fault as the end of a sentence, null when there is none. */
    static @Nullable public String fault(JsonNode node, ClientAttribute attribute) {
        if (!node.isNumber()) {
            String remedy = node.isTextual() ? ": write the number without quotes" : "";
            return "must be a number, was " + RuleFaults.shown(node) + remedy;
        }
        double value = node.doubleValue();
        if (!(value >= 0 && value <= attribute.most())) {
            return "must be 0 to " + attribute.most() + ", was " + RuleFaults.shown(node);
        }
        if (attribute.isWhole() && value != Math.rint(value)) {
            return "must be a whole number, was " + RuleFaults.shown(node) + ": count only what is completed";
        }
        return null;
    }
}

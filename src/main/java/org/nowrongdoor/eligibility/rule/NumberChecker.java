package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Checks a number of an attribute: a bound in a rule or an answer of a client. */
public final class NumberChecker {

    private NumberChecker() {}

    /** The fault as the end of a sentence; null when there is none. */
    public static @Nullable String fault(JsonNode node, ClientAttribute attribute) {
        if (!node.isNumber()) {
            var remedy = node.isTextual() ? ": write the number without quotes" : "";
            return "must be a number, was " + RuleFaults.shown(node) + remedy;
        }
        var value = node.doubleValue();
        if (!(value >= 0 && value <= attribute.most())) {
            return "must be 0 to " + attribute.most() + ", was " + RuleFaults.shown(node);
        }
        if (attribute.isWhole() && value != Math.rint(value)) {
            return "must be a whole number, was " + RuleFaults.shown(node) + ": count only what is completed";
        }
        return null;
    }
}

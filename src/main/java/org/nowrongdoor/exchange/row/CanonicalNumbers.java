package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import org.jspecify.annotations.Nullable;

/** Numbers, each value written one way only, so that the same value never looks like a change. */
public final class CanonicalNumbers {

    // 30: more digits than anything that a directory counts or measures, few enough to write out.
    private static final int MOST_DIGITS = 30;

    private CanonicalNumbers() {}

    /** The number as it is kept; null when it is none. */
    static @Nullable public JsonNode plain(JsonNode value, JsonPath place, Findings findings) {
        if (!value.isNumber()) {
            findings.fault(place, value.isContainerNode() ? null : value.toString(), "must be a number");
            return null;
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return IntNode.valueOf(value.intValue());
        }
        var number = value.decimalValue();
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            findings.fault(place, null, "must have at most " + MOST_DIGITS + " digits before and after the point");
            return null;
        }
        var plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        var whole = plain.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(whole.intValue());
        }
        return whole.bitLength() < Long.SIZE ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
    }
}

package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.text.WireName;

/** How far the work on a referral has come, finer than its state. */
public enum BusinessStatus {
    CALLED,
    LEFT_MESSAGE,
    INTAKE_BOOKED,
    WAITLISTED,
    WAITING_FOR_DOCUMENTS,
    OTHER;

    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    /** The constant that a caller names. */
    public static Optional<BusinessStatus> find(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }

    /** Every name, in the order in which they are declared. */
    public static List<String> wires() {
        return WireName.listKebabCase(values());
    }
}

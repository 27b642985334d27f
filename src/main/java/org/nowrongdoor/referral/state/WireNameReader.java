package org.nowrongdoor.referral.state;

import java.util.Arrays;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** Reads the enums of a referral from their names on the wire. */
final class WireNameReader {

    private WireNameReader() {}

    /** The value of a name.
     *  @throws ProblemException INVALID_BODY naming all, and the nearest */
    static <E extends Enum<E>> E get(Class<E> type, String wire, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> WireName.kebabCase(value).equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    var known = WireName.listKebabCase(type.getEnumConstants());
                    return ProblemException.of(
                            ProblemKind.INVALID_BODY,
                            field + " must be one of " + String.join(", ", known) + NearestName.hint(wire, known));
                });
    }
}

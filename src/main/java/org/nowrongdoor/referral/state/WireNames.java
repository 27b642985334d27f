package org.nowrongdoor.referral.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** The names of this room's enums on the wire: {@code in-progress} for IN_PROGRESS. */
public final class WireNames {

    private WireNames() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> all(Enum<?>[] values) {
        return Arrays.stream(values).map(WireNames::of).toList();
    }

    /** The value of a name.
     *  @throws ProblemException INVALID_BODY naming all, and the nearest */
    static <E extends Enum<E>> E get(Class<E> type, String wire, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    var known = all(type.getEnumConstants());
                    return ProblemException.of(
                            ProblemKind.INVALID_BODY,
                            field + " must be one of " + String.join(", ", known) + NearestName.hint(wire, known));
                });
    }
}

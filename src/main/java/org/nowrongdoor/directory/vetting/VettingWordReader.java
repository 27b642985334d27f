package org.nowrongdoor.directory.vetting;

import java.util.Arrays;
import java.util.List;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** Reads the words of vetting files. */
final class VettingWordReader {

    private VettingWordReader() {}

    /** The constant of a word.
     *  @param member where it stands
     *  @throws ProblemException INVALID_BODY naming all of them and the nearest */
    static <E extends Enum<E>> E get(Class<E> type, String word, String member) {
        var all =
                Arrays.stream(type.getEnumConstants()).map(WireName::snakeCase).toList();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> WireName.snakeCase(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    var detail = member + " must be one of " + String.join(", ", all) + NearestName.hint(word, all);
                    return ProblemException.of(
                            ProblemKind.INVALID_BODY, detail, List.of(new Fault("/" + member, detail)));
                });
    }
}

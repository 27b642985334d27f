package org.nowrongdoor.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Identifiers in paths and parameters. */
public final class Ids {

    private Ids() {}

    /** A UUID in its full form, null when it is none; {@link UUID#fromString} would take {@code 1-1-1-1-1} too. */
    public static @Nullable UUID parse(String text) {
        if (text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The id in a path.
     *  @throws ProblemException INVALID_PARAMETER when it is no UUID */
    public static UUID inPath(String text) {
        var id = parse(text);
        if (id == null) {
            throw Asked.refused(
                    "id", "id must be a UUID such as ac148810-d857-441c-9679-408f346de14b, was " + Quoted.of(text));
        }
        return id;
    }

    /** What a caller is told of an id that leads nowhere.
     *  @param thing what was looked for, such as {@code service} */
    public static ProblemException notFound(String thing, UUID id) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "There is no " + thing + " with the id " + id);
    }
}

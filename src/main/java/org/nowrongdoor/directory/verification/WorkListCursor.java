package org.nowrongdoor.directory.verification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nowrongdoor.http.parameter.ParameterProblems;

/** Where a work list is read on: after the check of a service.
 *  @param assured the day of the check; empty for none */
record WorkListCursor(String assured, UUID id) {

    /** Before all others. */
    static final WorkListCursor START = new WorkListCursor("", new UUID(0, 0));

    private static final String NEVER = "never";
    private static final Pattern WRITTEN =
            Pattern.compile("(" + NEVER + "|\\d{4}-\\d{2}-\\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** A cursor as it was told.
     *  @throws org.nowrongdoor.problem.ProblemException INVALID_PARAMETER for anything else */
    static WorkListCursor of(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw refused(text);
        }
        try {
            var day = written.group(1).equals(NEVER)
                    ? ""
                    : LocalDate.parse(written.group(1)).toString();
            return new WorkListCursor(day, UUID.fromString(written.group(2)));
        } catch (DateTimeException e) {
            throw refused(text);
        }
    }

    private static RuntimeException refused(String text) {
        return ParameterProblems.value("after", "the next of another page", text);
    }

    String wire() {
        return (assured.isEmpty() ? NEVER : assured) + "_" + id;
    }
}

package org.nowrongdoor.http.parameter;

import java.util.List;
import java.util.UUID;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.problem.QuotedValue;

/** The ways in which a list or a record is refused to anyone who asked wrongly. */
public final class ParameterProblems {

    private ParameterProblems() {}

    /** A parameter whose value will not do.
     *  @param wanted the end of "must be …" */
    public static ProblemException value(String name, String wanted, String value) {
        return parameter(name, name + " must be " + wanted + ", was " + QuotedValue.of(value));
    }

    /** A parameter that cannot be heeded.
     *  @param detail the whole sentence */
    public static ProblemException parameter(String name, String detail) {
        return ProblemException.of(ProblemKind.INVALID_PARAMETER, detail, List.of(new Fault(name, detail)));
    }

    /** An id that leads nowhere, where the caller knows what was looked for. */
    public static ProblemException absent() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "there is no record with this id");
    }

    /** An id that leads nowhere.
     *  @param thing what was looked for, such as {@code service} */
    public static ProblemException absent(String thing, UUID id) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "There is no " + thing + " with the id " + id);
    }
}

package org.nowrongdoor.problem;

import java.util.List;
import java.util.Map;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient Problem problem;

    private ProblemException(ProblemKind kind, Problem problem) {
        super(problem.title(), null, false, false);
        this.kind = kind;
        this.problem = problem;
    }

    /** A problem with one sentence: field, value, bound, remedy. */
    public static ProblemException of(ProblemKind kind, String detail) {
        return of(kind, detail, List.of());
    }

    /** A problem with a list of faults. */
    public static ProblemException of(ProblemKind kind, String detail, List<Fault> faults) {
        return new ProblemException(kind, Problem.of(kind, detail, faults));
    }

    /** This problem with members of its kind in addition to the standard ones. */
    public ProblemException with(Map<String, Object> more) {
        return new ProblemException(
                kind,
                new Problem(
                        problem.type(), problem.title(), problem.status(), problem.detail(), problem.errors(), more));
    }

    /** The way in which this says no. */
    public ProblemKind kind() {
        return kind;
    }

    /** What the caller will get. */
    public Problem problem() {
        return problem;
    }
}

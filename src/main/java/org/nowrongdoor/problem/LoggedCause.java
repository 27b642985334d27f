package org.nowrongdoor.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A failure as it may be logged: kinds and places, but no message, because messages carry what a caller sent. */
public final class LoggedCause extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 8;

    private LoggedCause(String message, @Nullable LoggedCause cause) {
        super(message, cause, false, true);
    }

    /** A copy of a failure and of what caused it, without their messages. */
    public static LoggedCause of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static LoggedCause of(Throwable failure, int deepest) {
        var behind = failure.getCause();
        var state = failure instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
        var copy = new LoggedCause(
                failure.getClass().getName() + state, behind == null || deepest == 0 ? null : of(behind, deepest - 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}

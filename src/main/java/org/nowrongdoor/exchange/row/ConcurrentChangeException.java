package org.nowrongdoor.exchange.row;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another caller changed a record between our reading and our writing it; trying again reads what is there now. */
public final class ConcurrentChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Unique and foreign keys met by another caller's insert or delete; serialization failure; deadlock.
    private static final Set<String> STATES = Set.of("23505", "23503", "40001", "40P01");

    public ConcurrentChangeException(String what) {
        super(what, null, false, false);
    }

    /** Whether a failure comes from another caller's change. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrentChangeException
                    || (cause instanceof SQLException sql && STATES.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}

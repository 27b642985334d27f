package org.nowrongdoor.exchange.row;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another caller changed a record between our reading and our writing it; trying again reads what is there now. */
public final class ConcurrentChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Unique and foreign keys met by another caller's insert or delete; serialization failure; deadlock.
    private static final Set<String> STATES = Set.of("23505", "23503", "40001", "40P01");

    // lock_not_available: the wait for a lock was longer than we let it be.
    private static final String WAIT_OVER = "55P03";

    private final boolean taken;

    public ConcurrentChangeException(String what) {
        this(what, false);
    }

    private ConcurrentChangeException(String what, boolean taken) {
        super(what, null, false, false);
        this.taken = taken;
    }

    /** A new row has an id or a code that another one has: one that was read since, or one that will stay. */
    public static ConcurrentChangeException taken(String what) {
        return new ConcurrentChangeException(what, true);
    }

    /** Whether another row has what a new one was to have, so that few tries tell whether it stays so. */
    public static boolean isTaken(Throwable failure) {
        return failure instanceof ConcurrentChangeException ours && ours.taken;
    }

    /** Whether a failure comes from another caller's change. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrentChangeException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && STATES.contains(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a failure is that another transaction kept a record for longer than an edit waits. */
    public static boolean isWaitOver(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && WAIT_OVER.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

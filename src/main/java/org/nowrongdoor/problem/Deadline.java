package org.nowrongdoor.problem;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The moment by which the work of a thread for one request has to end. Loops whose length a caller or the directory
 *  decides call {@link #check}; it costs some nanoseconds. Work without a deadline goes on for as long as it takes. */
public final class Deadline {

    private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

    // One hour: what the engines take for no limit at all.
    private static final long UNBOUNDED_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final long endNanos;
    private final BooleanSupplier isLeft;

    private Deadline(long endNanos, BooleanSupplier isLeft) {
        this.endNanos = endNanos;
        this.isLeft = isLeft;
    }

    /** Does some work against a deadline; an earlier one around it stays in force. */
    public static <T> T within(long millis, Callable<T> work) throws Exception {
        return within(millis, () -> false, work);
    }

    /** Does some work against a deadline.
     *  @param isLeft whether no one waits for the outcome any more; then the work ends at its next check */
    public static <T> T within(long millis, BooleanSupplier isLeft, Callable<T> work) throws Exception {
        var outer = CURRENT.get();
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        if (outer != null && outer.endNanos - end <= 0) {
            return work.call();
        }
        CURRENT.set(new Deadline(end, isLeft));
        try {
            return work.call();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Ends the request when its time is over.
     *  @throws ProblemException TOO_COSTLY */
    public static void check() {
        var current = CURRENT.get();
        if (current != null && current.isOver()) {
            throw exceeded();
        }
    }

    /** The time left, as a limit for an engine or a database: at least 1 ms, and an hour where there is no deadline.
     *  @throws ProblemException TOO_COSTLY where none is left */
    public static long leftMillis() {
        check();
        var current = CURRENT.get();
        return current == null
                ? UNBOUNDED_MILLIS
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(current.endNanos - System.nanoTime()));
    }

    /** Whether this thread works against a deadline. */
    public static boolean isSet() {
        return CURRENT.get() != null;
    }

    /** The end of a request that took too long. */
    public static ProblemException exceeded() {
        return ProblemException.of(ProblemKind.TOO_COSTLY, ProblemKind.TOO_COSTLY.remedy);
    }

    private boolean isOver() {
        return System.nanoTime() - endNanos > 0 || isLeft.getAsBoolean();
    }
}

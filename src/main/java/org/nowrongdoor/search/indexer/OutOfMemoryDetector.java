package org.nowrongdoor.search.indexer;

/** What no catch may stop: after it nothing in the process is sure. */
final class OutOfMemoryDetector {

    // As -XX:+ExitOnOutOfMemoryError ends a process.
    private static final int EXIT_CODE = 3;

    private OutOfMemoryDetector() {}

    /** Ends the process when such an error lies behind a failure; the next one knows which service was at work. */
    static void endIfBehind(Throwable failure) {
        try {
            throwIfBehind(failure);
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Throws the error that lies behind another, if one does. */
    static void throwIfBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                throw error;
            }
        }
    }
}

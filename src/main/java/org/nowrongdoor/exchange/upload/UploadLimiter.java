package org.nowrongdoor.exchange.upload;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Counts uploads from their first byte until their import has ended. An upload takes one of the few places only once it
 *  has brought something, so that drops keep no other upload out. */
@Singleton
public class UploadLimiter {

    // 256: each holds a connection and at most 64 KB before it has a place.
    private static final int MOST_OPEN = 256;

    private final ExchangeConfig limits;
    private final Map<String, Integer> openOfKey = new HashMap<>();
    private int open;
    private int places;
    private long heldBytes;

    UploadLimiter(ExchangeConfig limits) {
        this.limits = limits;
    }

    /** Lets an upload begin.
     *  @throws ProblemException TOO_MANY_REQUESTS when the key has as many open as it may, UNAVAILABLE when all have */
    synchronized Ticket begin(String key) {
        if (openOfKey.getOrDefault(key, 0) >= limits.openImports()) {
            throw ProblemException.of(
                    ProblemKind.TOO_MANY_REQUESTS,
                    "a key may have at most " + limits.openImports()
                            + " imports that run or wait. Try again when one has ended.");
        }
        if (open >= MOST_OPEN) {
            throw busy();
        }
        open++;
        openOfKey.merge(key, 1, Integer::sum);
        return new Ticket(key);
    }

    /** Counts a file that came in before the last stop. */
    synchronized Ticket resume(String key, long bytes) {
        open++;
        openOfKey.merge(key, 1, Integer::sum);
        heldBytes += bytes;
        var ticket = new Ticket(key);
        ticket.bytes = bytes;
        return ticket;
    }

    private ProblemException busy() {
        return ProblemException.of(
                ProblemKind.UNAVAILABLE,
                "at most " + limits.uploads() + " files come in at once. Try again when one of them is here.");
    }

    /** One upload among the others. */
    public final class Ticket {

        private final String key;
        private boolean hasPlace;
        private boolean isOver;
        private long bytes;

        private Ticket(String key) {
            this.key = key;
        }

        /** Makes room for what has come.
         *  @throws ProblemException UNAVAILABLE without a place, INSUFFICIENT_STORAGE without room on the disk */
        void hold(long more) {
            synchronized (UploadLimiter.this) {
                if (!hasPlace) {
                    if (places >= limits.uploads()) {
                        throw busy();
                    }
                    places++;
                    hasPlace = true;
                }
                if (heldBytes + more > limits.heldUploads().asLongValue()) {
                    throw ProblemException.of(
                            ProblemKind.INSUFFICIENT_STORAGE,
                            "all files that wait for their import may have at most "
                                    + limits.heldUploads().asLongValue() + " bytes. Try again when one has ended.");
                }
                heldBytes += more;
                bytes += more;
            }
        }

        /** Gives the place to another upload, as the file is here. */
        public void arrived() {
            synchronized (UploadLimiter.this) {
                if (hasPlace) {
                    places--;
                    hasPlace = false;
                }
            }
        }

        /** Gives back all that the upload took. */
        void end() {
            synchronized (UploadLimiter.this) {
                if (isOver) {
                    return;
                }
                isOver = true;
                arrived();
                heldBytes -= bytes;
                open--;
                openOfKey.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}

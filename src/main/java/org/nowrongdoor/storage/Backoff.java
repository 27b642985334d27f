package org.nowrongdoor.storage;

import java.time.Duration;

/** Pauses between attempts that double with each failure.
 *  @param first the pause after one failure
 *  @param longest the pause that none exceeds */
public record Backoff(Duration first, Duration longest) {

    /** The pause after some failures in a row.
     *  @param failures counted from 1; fewer count as 1 */
    public Duration pauseAfter(int failures) {
        var pause = first;
        for (int failure = 1; failure < failures && pause.compareTo(longest) < 0; failure++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}

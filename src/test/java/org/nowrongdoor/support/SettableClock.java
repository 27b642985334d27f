package org.nowrongdoor.support;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the house in tests: the system's until a test sets it or moves it on. */
@Mock
@Singleton
public class SettableClock extends Clock {

    private volatile Clock current = Clock.systemUTC();

    /** Stands still at a time, until told otherwise. */
    public void set(Instant time) {
        current = Clock.fixed(time, getZone());
    }

    /** Moves on, or back by a negative duration; a clock that stood still stands still there. */
    public void advance(Duration duration) {
        current = Clock.offset(current, duration);
    }

    /** Goes with the system again. */
    public void reset() {
        current = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return current.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return current.withZone(zone);
    }
}

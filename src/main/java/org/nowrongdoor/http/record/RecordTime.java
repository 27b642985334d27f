package org.nowrongdoor.http.record;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** When a record changed, as HTTP tells it: in whole seconds. A time with a microsecond is that of a record that changed twice
 *  within a second; one who has read it in between holds the same second and not the same record.
 *  @see "RFC 9110, 8.8.2" */
public final class RecordTime {

    // Long enough that no one who edits a record and reads it at once is told two times.
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final int NANOS_OF_MILLI = 1_000_000;

    private RecordTime() {}

    /** A time within whose second the record may have changed before. */
    public static Instant again(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).plus(1, ChronoUnit.MICROS);
    }

    /** What {@code Last-Modified} says. */
    static Instant told(Instant time, Instant now) {
        return now.isBefore(second(time).plus(SETTLED)) ? second(time) : known(time);
    }

    /** The first whole second at which it is sure that the record is as it is. */
    static Instant known(Instant time) {
        return isAgain(time) ? second(time).plusSeconds(1) : second(time);
    }

    private static boolean isAgain(Instant time) {
        return time.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MILLI != 0;
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}

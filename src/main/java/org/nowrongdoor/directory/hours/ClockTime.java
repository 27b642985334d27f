package org.nowrongdoor.directory.hours;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day as HSDS writes it: {@code 09:00}, {@code 09:00:00}, {@code 09:00-05:00}, {@code 17:00Z}.
 *  @param minute of the day, 0 to 1440
 *  @param offset null where none was written */
record ClockTime(int minute, @Nullable ZoneOffset offset) {

    static final int DAY = 24 * 60;

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** The time that was written; empty when it is none. */
    static Optional<ClockTime> find(@Nullable String written) {
        var match = written == null ? null : WRITTEN.matcher(written.strip());
        if (match == null || !match.matches()) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
        var isTime = minute <= DAY && Integer.parseInt(match.group(2)) < 60;
        var offset = offset(match.group(3));
        var isReadable = isTime && (match.group(3) == null || offset != null);
        return isReadable ? Optional.of(new ClockTime(minute, offset)) : Optional.empty();
    }

    private static @Nullable ZoneOffset offset(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return ZoneOffset.of(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** When it closes, in minutes after the start of the day on which it opens: a time before opening is the next day's.
     *  One minute before midnight means midnight, as HSDS data write it, and one minute before opening means that it never
     *  closes. */
    static int closing(ClockTime opens, ClockTime closes) {
        if (Math.floorMod(opens.minute - closes.minute, DAY) == 1) {
            return opens.minute + DAY;
        }
        int minute = closes.minute == DAY - 1 ? DAY : closes.minute;
        return minute < opens.minute ? minute + DAY : minute;
    }
}

package org.nowrongdoor.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times in parameters. */
final class Times {

    private Times() {}

    /** RFC 3339, or a day alone, which is its beginning in UTC; null outside the years 1 to 9999.
     *  @throws java.time.DateTimeException when it is neither */
    static @Nullable Instant parse(String text) {
        // A plus that nobody encoded arrives as a space.
        var given = text.replace(' ', '+');
        var time = given.length() == 10
                ? LocalDate.parse(given).atStartOfDay().atOffset(ZoneOffset.UTC)
                : OffsetDateTime.parse(given);
        return time.getYear() < 1 || time.getYear() > 9999 ? null : time.toInstant();
    }
}

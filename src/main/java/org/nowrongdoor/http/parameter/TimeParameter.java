package org.nowrongdoor.http.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times in parameters. */
public final class TimeParameter {

    private TimeParameter() {}

    /** An instant from RFC 3339, or from a day alone, which is its beginning in UTC.
     *  @param name the parameter that holds it */
    public static Instant parse(String name, String text) {
        try {
            // A plus that no one encoded arrives as a space.
            var given = text.strip().replace(' ', '+');
            var time = given.length() == 10
                    ? LocalDate.parse(given).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(given);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // told below, in our own words
        }
        throw ParameterProblems.value(name, "a time such as 2026-08-01T12:00:00Z or a day such as 2026-08-01", text);
    }
}

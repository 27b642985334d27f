package org.nowrongdoor.directory.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.hours.OpenState.State;
import org.nowrongdoor.directory.record.Schedule;

/** What cannot be read is unknown and nothing else is; several locations are open while one of them is. */
class LocationHoursTest {

    private static final String CHICAGO = "America/Chicago";

    /** 30 November 2026 is a Monday. A schedule is days, from-to and, where it has bounds, first..last. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-12-05T12:00 | UNKNOWN
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-12-05T23:59 | UNKNOWN
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-12-07T00:00 | CLOSED
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-11-30T10:00 | OPEN
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-11-30T18:00 | CLOSED
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-12-01T10:00 | CLOSED
            MO 08:30-16:00; SA,SU 00:00-00:00                   | 2026-12-04T23:59 | CLOSED
            MO 09:00-17:00; SA late-02:00                       | 2026-12-06T01:00 | UNKNOWN
            MO 09:00-17:00; SA late-02:00                       | 2026-12-06T03:00 | CLOSED
            MO 09:00-17:00; SA late-14:00                       | 2026-12-05T13:00 | UNKNOWN
            MO 09:00-17:00; SA late-14:00                       | 2026-12-05T15:00 | CLOSED
            MO 09:00-17:00; SA late-14:00                       | 2026-12-06T01:00 | CLOSED
            MO 09:00-17:00; SA 22:00-early                      | 2026-12-05T21:00 | CLOSED
            MO 09:00-17:00; SA 22:00-early                      | 2026-12-05T22:30 | UNKNOWN
            MO 09:00-17:00; SA 22:00-early                      | 2026-12-06T03:00 | UNKNOWN
            MO 09:00-17:00; SA 22:00-early                      | 2026-12-06T22:00 | CLOSED
            MO 09:00-17:00; SA late-early                       | 2026-12-06T02:00 | UNKNOWN
            MO 09:00-17:00; SA late-early                       | 2026-12-06T10:00 | CLOSED
            MO 09:00-17:00; SA late-early                       | 2026-11-30T20:00 | CLOSED
            MO 09:00-17:00; SA                                  | 2026-12-05T10:00 | UNKNOWN
            MO 09:00-17:00; SA                                  | 2026-12-02T10:00 | CLOSED
            MO 09:00-17:00; most-days 10:00-12:00               | 2026-12-02T11:00 | UNKNOWN
            MO 09:00-17:00; most-days 10:00-12:00               | 2026-12-02T13:00 | CLOSED
            MO 09:00-17:00; most-days 10:00-12:00               | 2026-11-30T10:30 | OPEN
            MO 09:00-17:00; MO,xx 18:00-20:00                   | 2026-11-30T19:00 | UNKNOWN
            MO 09:00-17:00; MO,xx 18:00-20:00                   | 2026-11-30T21:00 | CLOSED
            MO 09:00-17:00; 3SA 10:00-12:00                     | 2026-12-19T11:00 | UNKNOWN
            MO 09:00-17:00; - - 2026-12-07..2026-12-07          | 2026-12-07T10:00 | CLOSED
            MO 09:00-17:00; - noon-14:00 2026-12-07..2026-12-07 | 2026-12-07T10:00 | UNKNOWN
            MO 09:00-17:00; - noon-14:00 2026-12-07..2026-12-07 | 2026-12-07T15:00 | CLOSED
            MO 09:00-17:00; - noon-14:00 2026-12-07..2026-12-07 | 2026-12-14T15:00 | OPEN
            MO 09:00-17:00; - 10:00-10:00 2026-12-07..2026-12-07 | 2026-12-07T09:30 | CLOSED
            MO 09:00-17:00; - 10:00-10:00 2026-12-07..2026-12-07 | 2026-12-07T16:30 | UNKNOWN
            MO 09:00-17:00; SA x-y 2026-12-01..2026-12-31       | 2027-01-02T10:00 | CLOSED
            MO 09:00-17:00; SA x-y 2026-12-01..2026-12-31       | 2026-12-12T10:00 | UNKNOWN
            SA 00:00-00:00                                      | 2026-12-02T10:00 | UNKNOWN
            """)
    void whatCannotBeReadIsUnknownAndNothingElse(String written, String local, State state) {
        var hours = OpeningHours.of(schedules(written), ZoneId.of(CHICAGO));
        assertEquals(state, hours.state(at(local)).state());
        assertEquals(state == State.UNKNOWN, hours.isUnknown(at(local)));
        var known = hours.knownIntervals(at("2026-11-29T00:00"), at("2027-01-10T00:00"));
        if (state != State.OPEN) {
            assertEquals(state == State.CLOSED, known.stream().anyMatch(span -> span.contains(at(local))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MO 09:00-12:00 | MO 13:00-17:00   | 2026-11-30T10:00 | OPEN    | 2026-11-30T12:00-06:00
            MO 09:00-12:00 | MO 13:00-17:00   | 2026-11-30T12:30 | CLOSED  | 2026-11-30T13:00-06:00
            MO 09:00-12:00 | MO 12:00-17:00   | 2026-11-30T10:00 | OPEN    | 2026-11-30T17:00-06:00
            MO 09:00-12:00 | MO 11:00-17:00   | 2026-11-30T10:00 | OPEN    | 2026-11-30T17:00-06:00
            MO 09:00-12:00 | TU 09:00-12:00   | 2026-12-01T10:00 | OPEN    | 2026-12-01T12:00-06:00
            MO 09:00-12:00 | TU 09:00-12:00   | 2026-12-02T10:00 | CLOSED  | 2026-12-07T09:00-06:00
            MO 09:00-12:00 |                  | 2026-11-30T10:00 | OPEN    | 2026-11-30T12:00-06:00
            MO 09:00-12:00 |                  | 2026-11-30T13:00 | UNKNOWN |
            MO 09:00-12:00 |                  | 2026-12-02T10:00 | UNKNOWN |
                           |                  | 2026-12-02T10:00 | UNKNOWN |
            MO 09:00-12:00 | TU late-early    | 2026-12-01T10:00 | UNKNOWN |
            MO 09:00-12:00 | TU late-early    | 2026-11-30T10:00 | OPEN    | 2026-11-30T12:00-06:00
            MO 09:00-12:00 | MO 09:00-12:00; TU late-early | 2026-12-02T12:00 | CLOSED | 2026-12-07T09:00-06:00
            MO 09:00-12:00 | MO 09:00-17:00; - - 2026-11-30..2026-11-30 | 2026-11-30T10:00 | OPEN   | 2026-11-30T12:00-06:00
            MO 09:00-12:00 | MO 09:00-17:00; - - 2026-11-30..2026-11-30 | 2026-11-30T13:00 | CLOSED | 2026-12-07T09:00-06:00
            FR 20:00-02:00 | SA 01:00-05:00   | 2026-12-04T23:00 | OPEN    | 2026-12-05T05:00-06:00
            """)
    void severalLocationsAreOpenWhileOneIsAndClosedWhenAllAre(
            @Nullable String one, @Nullable String other, String local, State state, @Nullable String change) {
        var hours = OpeningHours.ofLocations(List.of(
                new LocationSchedules(List.of(), schedules(one), CHICAGO),
                new LocationSchedules(List.of(), schedules(other), CHICAGO)));
        var said = hours.state(at(local));
        assertEquals(state, said.state());
        assertEquals(
                change == null ? null : OffsetDateTime.parse(change),
                state == State.OPEN ? said.until() : said.opensAt());
    }

    @Test
    void eachLocationGoesByItsOwnClock() {
        var hours = OpeningHours.ofLocations(List.of(
                new LocationSchedules(List.of(), schedules("MO 09:00-12:00"), CHICAGO),
                new LocationSchedules(List.of(), schedules("MO 09:00-12:00"), "America/Denver")));
        var open = hours.state(at("2026-11-30T10:00"));
        assertEquals(OffsetDateTime.parse("2026-11-30T12:00-07:00"), open.until());
        assertEquals(State.OPEN, hours.state(at("2026-11-30T12:59")).state());
        assertEquals(State.CLOSED, hours.state(at("2026-11-30T13:00")).state());
    }

    @Test
    void theRestOfTooManySchedulesIsNotKnown() {
        var many = schedules("MO 09:00-12:00; TU 09:00-12:00; WE 09:00-12:00; TH 09:00-12:00; FR 09:00-12:00");
        var locations = Collections.nCopies(200, new LocationSchedules(List.of(), many, CHICAGO));
        var hours = OpeningHours.ofLocations(locations);
        assertEquals(State.OPEN, hours.state(at("2026-11-30T10:00")).state());
        assertEquals(
                State.UNKNOWN,
                hours.state(at("2026-11-30T10:00").plusSeconds(86_400 * 6)).state());
    }

    private static List<Schedule> schedules(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(";", -1))
                        .map(part -> schedule(part.strip().split("\\s+", -1)))
                        .toList();
    }

    private static Schedule schedule(String... parts) {
        var days = parts[0].equals("-")
                ? new ScheduleForTests(null, null, null, null, null, null, null, null, null, 0, 0)
                : ScheduleForTests.weekly(parts[0]);
        var times = parts.length < 2 ? new String[0] : parts[1].split("-", -1);
        var timed = times.length < 2 || times[0].isEmpty() ? days : days.at(times[0], times[1]);
        if (parts.length < 3) {
            return timed.schedule();
        }
        var bounds = parts[2].split("\\.\\.", -1);
        return timed.valid(bounds[0], bounds[1]).schedule();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(CHICAGO)).toInstant();
    }
}

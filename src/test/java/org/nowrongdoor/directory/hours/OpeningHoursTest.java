package org.nowrongdoor.directory.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.hours.OpenState.State;

class OpeningHoursTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static final ScheduleForTests WEEKDAYS =
            ScheduleForTests.weekly("MO,TU,WE,TH,FR").at("09:00", "17:00");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59, CLOSED",
        "2026-03-02T09:00, OPEN",
        "2026-03-02T16:59, OPEN",
        "2026-03-02T17:00, CLOSED",
        "2026-03-07T12:00, CLOSED"
    })
    void weeklyHoursAreOpenFromTheFirstMinuteUpToTheLast(String local, State state) {
        assertEquals(state, hours(WEEKDAYS).state(at(local)).state());
    }

    @Test
    void theNextChangeIsSaidInTheZoneOfThePlace() {
        var open = hours(WEEKDAYS).state(at("2026-03-02T10:00"));
        assertEquals(OffsetDateTime.parse("2026-03-02T17:00-06:00"), open.until());
        assertNull(open.opensAt());
        var closed = hours(WEEKDAYS).state(at("2026-03-06T18:00"));
        assertEquals(OffsetDateTime.parse("2026-03-09T09:00-05:00"), closed.opensAt());
        assertNull(closed.until());
    }

    @Test
    void clockTimesCountInTheZoneAndTheirOffsetsDoNot() {
        var written = ScheduleForTests.weekly("MO").at("09:00-05:00", "17:00Z");
        assertEquals(State.OPEN, hours(written).state(at("2026-03-02T16:00")).state());
        assertEquals(State.CLOSED, hours(written).state(at("2026-03-02T08:30")).state());
    }

    @Test
    void withoutAZoneTheOffsetCountsAndWithoutEitherNothingIsKnown() {
        var offset = OpeningHours.of(
                List.of(ScheduleForTests.weekly("MO")
                        .at("09:00-05:00", "17:00-05:00")
                        .schedule()),
                null);
        assertEquals(
                State.OPEN, offset.state(Instant.parse("2026-03-02T14:00:00Z")).state());
        assertEquals(
                State.CLOSED,
                offset.state(Instant.parse("2026-03-02T13:59:00Z")).state());
        var none = OpeningHours.of(List.of(WEEKDAYS.schedule()), null);
        assertEquals(
                State.UNKNOWN, none.state(Instant.parse("2026-03-02T14:00:00Z")).state());
    }

    @Test
    void closingBeforeOpeningIsTheNextMorning() {
        var night = hours(ScheduleForTests.weekly("FR").at("20:00", "06:00"));
        assertEquals(State.OPEN, night.state(at("2026-03-06T23:00")).state());
        assertEquals(State.OPEN, night.state(at("2026-03-07T05:59")).state());
        assertEquals(State.CLOSED, night.state(at("2026-03-07T06:00")).state());
        assertEquals(State.CLOSED, night.state(at("2026-03-06T05:00")).state());
    }

    @Test
    void oneMinuteBeforeMidnightIsMidnightAndEveryDayIsAlways() {
        var always = hours(ScheduleForTests.weekly("MO,TU,WE,TH,FR,SA,SU").at("00:00", "23:59"));
        var state = always.state(
                LocalDateTime.parse("2026-03-02T23:59:30").atZone(CHICAGO).toInstant());
        assertEquals(State.OPEN, state.state());
        assertNull(state.until());
        assertEquals(
                1,
                always.intervals(at("2026-01-01T00:00"), at("2026-12-31T00:00")).size());
    }

    @ParameterizedTest
    @CsvSource({"23:00, 22:59", "08:00, 07:59", "00:01, 00:00"})
    void oneMinuteBeforeOpeningIsNeverClosed(String opens, String closes) {
        var always = hours(ScheduleForTests.weekly("MO,TU,WE,TH,FR,SA,SU").at(opens, closes));
        for (var time : List.of(opens, closes, "12:00", "22:59", "23:00")) {
            var state = always.state(at("2026-03-03T" + time));
            assertEquals(State.OPEN, state.state(), time);
            assertNull(state.until(), time);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2MO, , 2026-03-09, OPEN",
        "2MO, , 2026-03-02, CLOSED",
        "-1FR, , 2026-03-27, OPEN",
        "-1FR, , 2026-03-20, CLOSED",
        ", '1,15', 2026-03-15, OPEN",
        ", -1, 2026-02-28, OPEN",
        ", -1, 2026-02-27, CLOSED",
        ", '1,15', 2026-03-14, CLOSED"
    })
    void monthlyRulesAreFollowed(String byday, String bymonthday, String day, State state) {
        var monthly = ScheduleForTests.monthly(byday, bymonthday).at("09:00", "17:00");
        assertEquals(state, hours(monthly).state(at(day + "T12:00")).state());
    }

    @Test
    void anIntervalCountsFromItsFirstDay() {
        var fortnight = hours(WEEKDAYS.every(2).from("2026-03-02"));
        assertEquals(State.OPEN, fortnight.state(at("2026-03-04T12:00")).state());
        assertEquals(State.CLOSED, fortnight.state(at("2026-03-11T12:00")).state());
        assertEquals(State.OPEN, fortnight.state(at("2027-03-01T12:00")).state());
        assertEquals(
                State.UNKNOWN,
                hours(WEEKDAYS.every(2)).state(at("2026-03-04T12:00")).state());
    }

    @Test
    void aNumberOfTimesAndALastDayEndARule() {
        var thrice = hours(ScheduleForTests.weekly("MO,TU")
                .at("09:00", "17:00")
                .from("2026-03-02")
                .times(3));
        assertEquals(State.OPEN, thrice.state(at("2026-03-09T12:00")).state());
        assertEquals(State.CLOSED, thrice.state(at("2026-03-10T12:00")).state());
        var until = hours(WEEKDAYS.until("2026-03-03"));
        assertEquals(State.OPEN, until.state(at("2026-03-03T12:00")).state());
        assertEquals(State.UNKNOWN, until.state(at("2026-03-04T12:00")).state());
    }

    @Test
    void outsideItsValidityAScheduleSaysNothing() {
        var spring = hours(WEEKDAYS.valid("2026-03-03", "2026-03-05"));
        assertEquals(State.UNKNOWN, spring.state(at("2026-03-02T12:00")).state());
        assertEquals(State.OPEN, spring.state(at("2026-03-03T12:00")).state());
        assertEquals(State.UNKNOWN, spring.state(at("2026-03-06T12:00")).state());
    }

    @Test
    void schedulesAddUp() {
        var both = hours(
                ScheduleForTests.weekly("MO").at("09:00", "12:00"),
                ScheduleForTests.weekly("MO").at("11:00", "15:00"));
        assertEquals(
                List.of(new OpenSpan(at("2026-03-02T09:00"), at("2026-03-02T15:00"))),
                both.intervals(at("2026-03-02T00:00"), at("2026-03-08T00:00")));
    }

    @Test
    void aDatedScheduleTakesTheDayOfAHoliday() {
        var closed = ScheduleForTests.dated("2026-12-25");
        var shorter = ScheduleForTests.dated("2026-12-24").at("09:00", "12:00");
        var hours = hours(WEEKDAYS, closed, shorter);
        assertEquals(State.CLOSED, hours.state(at("2026-12-25T10:00")).state());
        assertEquals(State.OPEN, hours.state(at("2026-12-24T11:00")).state());
        assertEquals(State.CLOSED, hours.state(at("2026-12-24T13:00")).state());
        assertEquals(
                OffsetDateTime.parse("2026-12-28T09:00-06:00"),
                hours.state(at("2026-12-24T13:00")).opensAt());
    }

    @Test
    void theNightBeforeAHolidayLastsUntilItsMorning() {
        var hours = hours(
                ScheduleForTests.weekly("MO,TU,WE,TH,FR,SA,SU").at("20:00", "06:00"),
                ScheduleForTests.dated("2026-12-25"));
        assertEquals(State.OPEN, hours.state(at("2026-12-25T05:00")).state());
        assertEquals(State.CLOSED, hours.state(at("2026-12-25T22:00")).state());
        assertEquals(State.CLOSED, hours.state(at("2026-12-26T05:00")).state());
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward on 8 March 2026 at two, and back on 1 November 2026 at two.
        "01:00, 03:30, 2026-03-08T07:00:00Z, 2026-03-08T08:30:00Z",
        "02:15, 02:45, , ",
        "00:30, 03:00, 2026-11-01T05:30:00Z, 2026-11-01T09:00:00Z"
    })
    void theClockOnTheWallDecidesWhenClocksChange(String opens, String closes, Instant start, Instant end) {
        var hours = hours(ScheduleForTests.weekly("SU").at(opens, closes));
        var day = end != null && end.toString().contains("-11-") ? "2026-11-01" : "2026-03-08";
        var found = hours.intervals(at(day + "T00:00"), at(day + "T12:00"));
        assertEquals(start == null ? List.of() : List.of(new OpenSpan(start, end)), found);
    }

    @Test
    void anHourThatComesTwiceCountsTwice() {
        var hours = hours(ScheduleForTests.weekly("SU").at("01:15", "01:45"));
        assertEquals(
                List.of(
                        new OpenSpan(Instant.parse("2026-11-01T06:15:00Z"), Instant.parse("2026-11-01T06:45:00Z")),
                        new OpenSpan(Instant.parse("2026-11-01T07:15:00Z"), Instant.parse("2026-11-01T07:45:00Z"))),
                hours.intervals(at("2026-11-01T00:00"), at("2026-11-01T12:00")));
    }

    @ParameterizedTest
    @CsvSource({"09:00, ", ", 17:00", "09:00, 09:00", "nine, five", "25:00, 26:00", "09:61, 17:00"})
    void timesThatCannotBeReadLeaveItUnknown(String opens, String closes) {
        var hours = hours(ScheduleForTests.weekly("MO").at(opens, closes));
        assertEquals(State.UNKNOWN, hours.state(at("2026-03-02T12:00")).state());
        assertTrue(hours.isEmpty());
    }

    @Test
    void whatCannotBeReadNeverClosesWhatCan() {
        var hours = hours(WEEKDAYS, ScheduleForTests.weekly("SA").at("call", "us"));
        assertEquals(State.OPEN, hours.state(at("2026-03-02T12:00")).state());
        assertEquals(State.UNKNOWN, hours.state(at("2026-03-07T12:00")).state());
    }

    @Test
    void noSchedulesIsUnknown() {
        assertEquals(State.UNKNOWN, hours().state(at("2026-03-02T12:00")).state());
    }

    @Test
    void aRuleThatLeavesTheDayOpenIsUnknown() {
        assertEquals(
                State.UNKNOWN,
                hours(ScheduleForTests.weekly(null).at("09:00", "17:00"))
                        .state(at("2026-03-02T12:00"))
                        .state());
        assertEquals(
                State.OPEN,
                hours(ScheduleForTests.weekly(null).at("09:00", "17:00").from("2026-02-23"))
                        .state(at("2026-03-02T12:00"))
                        .state());
    }

    @Test
    void oneThatOpensOnceAMonthSaysWhen() {
        var monthly = hours(ScheduleForTests.monthly("-1FR", null).at("09:00", "17:00"));
        assertEquals(
                OffsetDateTime.parse("2026-04-24T09:00-05:00"),
                monthly.state(at("2026-03-28T12:00")).opensAt());
    }

    private static OpeningHours hours(ScheduleForTests... schedules) {
        return OpeningHours.of(
                List.of(schedules).stream().map(ScheduleForTests::schedule).toList(), CHICAGO);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }
}

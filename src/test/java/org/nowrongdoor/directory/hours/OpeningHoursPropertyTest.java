package org.nowrongdoor.directory.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.nowrongdoor.directory.hours.OpenState.State;

/** The clock on the wall and the intervals are worked out apart; they must say the same at every moment. */
class OpeningHoursPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 400 * 24 * 60;

    @Property(tries = 2000)
    void openAtAMomentAndOpenInItsIntervalAreOne(
            @ForAll("schedules") List<ScheduleForTests> schedules,
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant at) {
        var hours = OpeningHours.of(
                schedules.stream().map(ScheduleForTests::schedule).toList(), zone);
        var spans = hours.intervals(at.minus(3, ChronoUnit.DAYS), at.plus(3, ChronoUnit.DAYS));
        assertEquals(
                spans.stream().anyMatch(span -> span.contains(at)),
                hours.state(at).state() == State.OPEN);
    }

    @Property(tries = 500)
    void theNextChangeIsAChange(
            @ForAll("schedules") List<ScheduleForTests> schedules,
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant at) {
        var hours = OpeningHours.of(
                schedules.stream().map(ScheduleForTests::schedule).toList(), zone);
        var state = hours.state(at);
        if (state.until() != null) {
            var end = state.until().toInstant();
            assertEquals(State.OPEN, hours.state(end.minusSeconds(1)).state());
            assertEquals(false, hours.state(end).state() == State.OPEN);
        }
        if (state.opensAt() != null) {
            var start = state.opensAt().toInstant();
            assertEquals(State.OPEN, hours.state(start).state());
            assertEquals(List.of(), hours.intervals(at, start));
        }
    }

    @Property(tries = 500)
    void whatIsSaidLastsAsLongAsItSays(
            @ForAll("schedules") List<ScheduleForTests> schedules,
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant at,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double share) {
        var hours = OpeningHours.of(
                schedules.stream().map(ScheduleForTests::schedule).toList(), zone);
        var state = hours.state(at);
        var lasts = Duration.between(at, hours.lasts(state, at));
        assertTrue(lasts.compareTo(Duration.ZERO) > 0);
        assertEquals(state, hours.state(at.plusSeconds((long) (lasts.toSeconds() * share))));
        assertEquals(state, hours.state(at.plus(lasts).minusSeconds(1)));
    }

    @Provide
    Arbitrary<List<ScheduleForTests>> schedules() {
        return Arbitraries.oneOf(weekly(), monthly(), dated(), unread())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                ZoneId.of("America/Chicago"),
                ZoneId.of("America/St_Johns"),
                ZoneId.of("Pacific/Guam"),
                ZoneId.of("America/Anchorage"),
                ZoneId.of("Australia/Lord_Howe"));
    }

    /** Around the changes of the clocks more often than elsewhere. */
    @Provide
    Arbitrary<Instant> moments() {
        var anywhere = Arbitraries.integers().between(0, MINUTES).map(minute -> START.plus(minute, ChronoUnit.MINUTES));
        var spring = Arbitraries.integers()
                .between(-720, 1440)
                .map(minute -> Instant.parse("2026-03-08T08:00:00Z").plus(minute, ChronoUnit.MINUTES));
        var autumn = Arbitraries.integers()
                .between(-720, 1440)
                .map(minute -> Instant.parse("2026-11-01T07:00:00Z").plus(minute, ChronoUnit.MINUTES));
        return Arbitraries.oneOf(anywhere, spring, autumn);
    }

    private static Arbitrary<ScheduleForTests> weekly() {
        var days = Arbitraries.of("MO", "SU", "SA,SU", "MO,WE,FR", "MO,TU,WE,TH,FR,SA,SU");
        return Combinators.combine(
                        days, times(), times(), Arbitraries.integers().between(1, 3), starts())
                .as((byday, from, to, interval, start) -> ScheduleForTests.weekly(byday)
                        .at(from, to)
                        .every(interval)
                        .from(start));
    }

    private static Arbitrary<ScheduleForTests> monthly() {
        return Combinators.combine(Arbitraries.of("2MO", "-1FR", "1SU,3SU"), times(), times())
                .as((byday, from, to) -> ScheduleForTests.monthly(byday, null).at(from, to));
    }

    private static Arbitrary<ScheduleForTests> dated() {
        return Combinators.combine(starts(), times(), times(), Arbitraries.of(true, false))
                .as((day, from, to, isClosed) -> isClosed
                        ? ScheduleForTests.dated(day)
                        : ScheduleForTests.dated(day).at(from, to));
    }

    private static Arbitrary<ScheduleForTests> unread() {
        return Combinators.combine(Arbitraries.of("MO", "SA,SU", "weekends"), times(), Arbitraries.of("late", null))
                .as((byday, time, unreadable) -> time.endsWith("15")
                        ? ScheduleForTests.weekly(byday).at(unreadable, time)
                        : ScheduleForTests.weekly(byday).at(time, unreadable));
    }

    private static Arbitrary<String> times() {
        return Arbitraries.integers()
                .between(0, 95)
                .map(quarter -> "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15));
    }

    private static Arbitrary<String> starts() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 400)
                        .map(day -> LocalDate.parse("2026-01-01").plusDays(day).toString()),
                Arbitraries.of("2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01"));
    }
}

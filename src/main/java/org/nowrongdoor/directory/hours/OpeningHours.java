package org.nowrongdoor.directory.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.hours.OpenState.State;
import org.nowrongdoor.directory.record.Schedule;

/** When something is open: its schedules read together. They add up, but on a day of which a dated one speaks
 *  (a holiday: {@code valid_from} equal to {@code valid_to}, or bounds and no rule) only those count; one without
 *  clock times says closed. Hours belong to the day on which they begin.
 *  @see "HSDS 3.2, schedule" */
public final class OpeningHours {

    // 8 days hold a week and its joints; 31 what opens once a month; 400 the 13 months that the index looks ahead.
    private static final List<Duration> HORIZONS =
            List.of(Duration.ofDays(8), Duration.ofDays(31), Duration.ofDays(400));

    private final List<ParsedSchedule> regular;
    private final List<ParsedSchedule> dated;
    private final List<Schedule> unread;
    private final @Nullable ZoneId zone;

    private OpeningHours(List<ParsedSchedule> all, List<Schedule> unread, @Nullable ZoneId zone) {
        this.regular = all.stream().filter(hours -> !hours.isDated()).toList();
        this.dated = all.stream().filter(ParsedSchedule::isDated).toList();
        this.unread = unread;
        this.zone = zone;
    }

    /** The hours that some schedules say.
     *  @param zone where the service is; null where that is not known, then the numeric offsets count */
    public static OpeningHours of(List<Schedule> schedules, @Nullable ZoneId zone) {
        var read = new ArrayList<ParsedSchedule>();
        var unread = new ArrayList<Schedule>();
        for (var schedule : schedules) {
            ParsedSchedule.find(schedule, zone).ifPresentOrElse(read::add, () -> unread.add(schedule));
        }
        return new OpeningHours(read, unread, zone);
    }

    /** Whether it is open at a moment, and when that changes. */
    public OpenState state(Instant at) {
        if (isOpen(at)) {
            return new OpenState(State.OPEN, time(closing(at)), null);
        }
        return isKnown(at)
                ? new OpenState(State.CLOSED, null, time(opening(at)))
                : new OpenState(State.UNKNOWN, null, null);
    }

    /** The first moment at which what is said of a moment may be something else: when it opens or closes, and at the
     *  latest when a day begins, of which another schedule may speak. */
    public Instant lasts(OpenState state, Instant at) {
        var day = Stream.concat(Stream.of(shown()), all().map(ParsedSchedule::zone))
                .map(zone -> nextDay(at, zone))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var change = state.state() == State.OPEN
                ? Stream.ofNullable(state.until()).map(OffsetDateTime::toInstant)
                : intervals(at, day).stream().map(OpenSpan::start);
        return change.filter(day::isAfter).findFirst().orElse(day);
    }

    private static Instant nextDay(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The times of a window at which it is open, without overlaps, in order. What is not known is not among them. */
    public List<OpenSpan> intervals(Instant from, Instant to) {
        var spans = new ArrayList<OpenSpan>();
        if (!from.isBefore(to)) {
            return spans;
        }
        var special = datedDays(from, to);
        dated.forEach(hours -> collect(hours, from, to, Set.of(), spans));
        regular.forEach(hours -> collect(hours, from, to, special, spans));
        return OpenSpan.merge(spans, from, to);
    }

    private static void collect(
            ParsedSchedule hours, Instant from, Instant to, Set<LocalDate> except, List<OpenSpan> spans) {
        // A day before: hours that began yesterday may last into the window.
        hours.days(day(from, hours).minusDays(1), day(to, hours)).stream()
                .filter(day -> !except.contains(day))
                .forEach(day -> spans.addAll(hours.on(day)));
    }

    private Set<LocalDate> datedDays(Instant from, Instant to) {
        var days = new HashSet<LocalDate>();
        dated.forEach(hours -> days.addAll(
                hours.days(day(from, hours).minusDays(2), day(to, hours).plusDays(1))));
        return days;
    }

    /** By the clock on the wall: not taken from the intervals, which a test holds against it. */
    private boolean isOpen(Instant at) {
        return all().anyMatch(hours -> isOpen(hours, at));
    }

    private boolean isOpen(ParsedSchedule hours, Instant at) {
        var local = at.atZone(hours.zone()).toLocalDateTime();
        var today = local.toLocalDate();
        var yesterday = today.minusDays(1);
        double minute = local.toLocalTime().toNanoOfDay() / 60e9;
        return (counts(hours, today) && hours.opens() <= minute && minute < hours.closes())
                || (counts(hours, yesterday) && minute + ClockTime.DAY < hours.closes());
    }

    private boolean counts(ParsedSchedule hours, LocalDate day) {
        var isSpecial = dated.stream().anyMatch(special -> special.speaksOf(day));
        return hours.isDated() == isSpecial && hours.days(day, day).contains(day);
    }

    /** Whether any schedule speaks of the day of a moment, so that not open means closed. */
    public boolean isKnown(Instant at) {
        if (dated.stream().anyMatch(hours -> hours.speaksOf(day(at, hours)))) {
            return true;
        }
        return unread.stream().noneMatch(schedule -> mayCount(schedule, at))
                && regular.stream().anyMatch(hours -> hours.speaksOf(day(at, hours)));
    }

    /** A schedule that cannot be read leaves open what it says, while it is valid. */
    private boolean mayCount(Schedule schedule, Instant at) {
        var day = at.atZone(shown()).toLocalDate();
        return (schedule.validFrom() == null || !day.isBefore(schedule.validFrom()))
                && (schedule.validTo() == null || !day.isAfter(schedule.validTo()));
    }

    private @Nullable Instant closing(Instant at) {
        for (var horizon : HORIZONS.subList(0, 2)) {
            var end = at.plus(horizon);
            var current = intervals(at, end);
            if (!current.isEmpty() && current.get(0).end().isBefore(end)) {
                return current.get(0).end();
            }
        }
        return null;
    }

    private @Nullable Instant opening(Instant at) {
        for (var horizon : HORIZONS) {
            var next = intervals(at, at.plus(horizon));
            if (!next.isEmpty()) {
                return next.get(0).start();
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atZone(shown()).toOffsetDateTime();
    }

    private ZoneId shown() {
        return zone != null ? zone : all().map(ParsedSchedule::zone).findFirst().orElse(ZoneOffset.UTC);
    }

    private Stream<ParsedSchedule> all() {
        return Stream.concat(regular.stream(), dated.stream());
    }

    private static LocalDate day(Instant at, ParsedSchedule hours) {
        return at.atZone(hours.zone()).toLocalDate();
    }

    /** Whether no schedule could be read. */
    public boolean isEmpty() {
        return regular.isEmpty() && dated.isEmpty();
    }
}

package org.nowrongdoor.directory.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Schedule;

/** When one location is open: its schedules read together. They add up, but on a day of which a dated one speaks
 *  (a holiday: {@code valid_from} equal to {@code valid_to}, or bounds and no rule) only those count; one without
 *  clock times says closed. Hours belong to the day on which they begin.
 *
 *  <p>A schedule that cannot be read makes unknown what it may speak of, and nothing else.
 *  @see "HSDS 3.2, schedule" */
final class LocationHours {

    private final List<ParsedSchedule> read = new ArrayList<>();
    private final List<ParsedSchedule> doubtful = new ArrayList<>();
    private final List<ParsedSchedule> dated;
    private final @Nullable ZoneId zone;

    /** @param most of so many schedules the rest is not read, and may say anything
     *  @param zone null where it is not known, then the numeric offsets count */
    LocationHours(List<Schedule> schedules, @Nullable ZoneId zone, int most) {
        this.zone = zone;
        for (var schedule : schedules.subList(0, Math.min(most, schedules.size()))) {
            ParsedSchedule.find(schedule, zone)
                    .ifPresentOrElse(read::add, () -> doubtful.add(ParsedSchedule.doubtful(schedule, zone)));
        }
        if (schedules.size() > most) {
            doubtful.add(ParsedSchedule.ANYTHING);
        }
        dated = all().filter(ParsedSchedule::isDated).toList();
    }

    /** By the clock on the wall: not taken from the spans, which a test holds against it. */
    boolean isOpen(Instant at) {
        return read.stream().anyMatch(hours -> isOpen(hours, at));
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
        return hours.isDated() == isSpecial(day) && hours.days(day, day).contains(day);
    }

    private boolean isSpecial(LocalDate day) {
        return dated.stream().anyMatch(special -> special.speaksOf(day));
    }

    /** Whether some schedule speaks of the day of a moment and none leaves open what it says of that moment, so that not
     *  open means closed. */
    boolean isKnown(Instant at) {
        return Stream.concat(read.stream(), dated.stream()).anyMatch(hours -> hours.speaksOf(day(at, hours)))
                && doubtful.stream().noneMatch(hours -> isOpen(hours, at));
    }

    /** The times of a window at which it is open, as each schedule says them. What is not known is not among them. */
    List<OpenSpan> spans(Instant from, Instant to) {
        return spans(read, from, to);
    }

    private List<OpenSpan> spans(List<ParsedSchedule> schedules, Instant from, Instant to) {
        var spans = new ArrayList<OpenSpan>();
        if (from.isBefore(to)) {
            var special = specialDays(from, to);
            schedules.forEach(hours -> collect(hours, from, to, hours.isDated() ? Set.of() : special, spans));
        }
        return spans;
    }

    private static void collect(
            ParsedSchedule hours, Instant from, Instant to, Set<LocalDate> except, Collection<OpenSpan> spans) {
        // A day before: hours that began yesterday may last into the window.
        hours.days(day(from, hours).minusDays(1), day(to, hours)).stream()
                .filter(day -> !except.contains(day))
                .forEach(day -> spans.addAll(hours.on(day)));
    }

    private Set<LocalDate> specialDays(Instant from, Instant to) {
        var days = new HashSet<LocalDate>();
        dated.forEach(hours -> days.addAll(
                hours.days(day(from, hours).minusDays(2), day(to, hours).plusDays(1))));
        return days;
    }

    /** The moments of a window at which it may change whether it is known to be open or not. */
    Stream<Instant> turns(Instant from, Instant to) {
        var days = zones().flatMap(clock ->
                Stream.iterate(nextDay(from, clock), day -> day.isBefore(to), day -> nextDay(day, clock)));
        var doubts = spans(doubtful, from, to).stream().flatMap(span -> Stream.of(span.start(), span.end()));
        return Stream.concat(days, doubts).filter(at -> at.isAfter(from) && at.isBefore(to));
    }

    /** The first moment that lies in another day, by any clock that counts here. */
    Stream<Instant> nextDays(Instant at) {
        return zones().map(clock -> nextDay(at, clock));
    }

    private static Instant nextDay(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Stream<ZoneId> zones() {
        return Stream.concat(Stream.of(shown()), all().map(ParsedSchedule::zone))
                .distinct();
    }

    /** The clock that people look at there. */
    ZoneId shown() {
        return zone != null
                ? zone
                : read.stream().map(ParsedSchedule::zone).findFirst().orElse(ZoneOffset.UTC);
    }

    private Stream<ParsedSchedule> all() {
        return Stream.concat(read.stream(), doubtful.stream());
    }

    private static LocalDate day(Instant at, ParsedSchedule hours) {
        return at.atZone(hours.zone()).toLocalDate();
    }

    /** Whether there are schedules and every one could be read, so that what none of them says is not said. */
    boolean isComplete() {
        return !read.isEmpty() && doubtful.isEmpty();
    }

    /** Whether no schedule could be read. */
    boolean isEmpty() {
        return read.isEmpty();
    }
}

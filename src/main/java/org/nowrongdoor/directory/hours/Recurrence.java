package org.nowrongdoor.directory.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days on which a schedule repeats, told one day at a time: a day costs a few comparisons, whatever the rule says.
 *  @param weekdays none for every day of the week
 *  @param anchor the first day that counts for an interval or a number of times; null where every period is the same
 *  @param end the day of the last of a number of times; null where there is none within a hundred years
 *  @see "RFC 5545, RRULE" */
record Recurrence(
        Frequency frequency,
        int interval,
        DayOfWeek weekStart,
        Set<Weekday> weekdays,
        Set<Integer> monthDays,
        Set<Integer> yearDays,
        Set<Integer> weeks,
        @Nullable LocalDate anchor,
        @Nullable LocalDate end) {

    // 4: the first week of a year is the one with at least four of its days (RFC 5545, BYWEEKNO).
    private static final int DAYS_OF_FIRST_WEEK = 4;
    private static final int YEARS_AHEAD = 100;
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    /** The periods that a rule may repeat by. */
    enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** A day of the week.
     *  @param ordinal which one of its month or year, negative from the end; 0 for each */
    record Weekday(int ordinal, DayOfWeek day) {}

    /** The rule of a schedule; empty when it has none, or one that leaves open which days are meant.
     *  @param members within the bounds of {@link ScheduleChecker} */
    static Optional<Recurrence> find(ScheduleMembers members) {
        var start = members.day("dtstart");
        var anchor = start != null ? start : members.day("valid_from");
        int interval = members.number("interval", 1);
        int count = members.number("count", 0);
        var isCounted = interval > 1 || count > 0;
        var weekdays = members.weekdays();
        var monthDays = members.numbers("bymonthday");
        var yearDays = members.numbers("byyearday");
        var weeks = members.numbers("byweekno");
        var frequency = frequency(members, weekdays, monthDays, yearDays, weeks);
        if (frequency == null || (isCounted && anchor == null)) {
            return Optional.empty();
        }
        if (weekdays.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty() && frequency != Frequency.DAILY) {
            if (start == null || (frequency == Frequency.YEARLY && weeks.isEmpty())) {
                return Optional.empty();
            }
            weekdays = frequency == Frequency.MONTHLY ? Set.of() : Set.of(new Weekday(0, start.getDayOfWeek()));
            monthDays = frequency == Frequency.MONTHLY ? Set.of(start.getDayOfMonth()) : Set.of();
        }
        var endless = new Recurrence(
                frequency,
                interval,
                members.weekStart(),
                weekdays,
                monthDays,
                yearDays,
                weeks,
                isCounted ? anchor : null,
                null);
        return Optional.of(count > 0 ? endless.until(count) : endless);
    }

    private static @Nullable Frequency frequency(
            ScheduleMembers members,
            Set<Weekday> weekdays,
            Set<Integer> monthDays,
            Set<Integer> yearDays,
            Set<Integer> weeks) {
        if (!yearDays.isEmpty() || !weeks.isEmpty()) {
            return Frequency.YEARLY;
        }
        var written = members.frequency();
        if (written != null) {
            return written;
        }
        return !weekdays.isEmpty() ? Frequency.WEEKLY : monthDays.isEmpty() ? null : Frequency.MONTHLY;
    }

    private Recurrence until(int count) {
        var last = days().filter(this::includes).skip(count - 1L).findFirst();
        return last.map(day -> new Recurrence(
                        frequency, interval, weekStart, weekdays, monthDays, yearDays, weeks, anchor, day))
                .orElse(this);
    }

    /** Whether any day of a hundred years is meant. */
    boolean isEver() {
        return days().anyMatch(this::includes);
    }

    private Stream<LocalDate> days() {
        var first = anchor != null ? anchor : ANY_DAY;
        return first.datesUntil(first.plusYears(YEARS_AHEAD));
    }

    /** The days from one to another, both included. */
    Set<LocalDate> between(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::includes).collect(Collectors.toSet());
    }

    boolean includes(LocalDate day) {
        return (anchor == null || (!day.isBefore(anchor) && isInTurn(day, anchor)))
                && (end == null || !day.isAfter(end))
                && holds(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
                && holds(yearDays, day.getDayOfYear(), day.lengthOfYear())
                && isInWeek(day)
                && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> isOn(weekday, day)));
    }

    /** Whether a day lies in every so manieth period, counted from the anchor's. */
    private boolean isInTurn(LocalDate day, LocalDate first) {
        long passed = switch (frequency) {
            case DAILY -> ChronoUnit.DAYS.between(first, day);
            case WEEKLY -> ChronoUnit.WEEKS.between(weekOf(first), weekOf(day));
            case MONTHLY -> ChronoUnit.MONTHS.between(first.withDayOfMonth(1), day.withDayOfMonth(1));
            case YEARLY -> (long) yearOf(day) - yearOf(first);
        };
        return passed % interval == 0;
    }

    private LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(weekStart));
    }

    /** The year that a day is counted to: around New Year its week may be one of the other year. */
    private int yearOf(LocalDate day) {
        return weeks.isEmpty() ? day.getYear() : day.get(calendar().weekBasedYear());
    }

    private WeekFields calendar() {
        return WeekFields.of(weekStart, DAYS_OF_FIRST_WEEK);
    }

    private boolean isInWeek(LocalDate day) {
        if (weeks.isEmpty()) {
            return true;
        }
        var week = calendar().weekOfWeekBasedYear();
        return holds(weeks, day.get(week), (int) day.range(week).getMaximum());
    }

    private boolean isOn(Weekday weekday, LocalDate day) {
        if (weekday.day != day.getDayOfWeek()) {
            return false;
        }
        if (weekday.ordinal == 0) {
            return true;
        }
        var isMonthly = frequency == Frequency.MONTHLY;
        int place = isMonthly ? day.getDayOfMonth() : day.getDayOfYear();
        int length = isMonthly ? day.lengthOfMonth() : day.lengthOfYear();
        return weekday.ordinal > 0
                ? (place - 1) / 7 + 1 == weekday.ordinal
                : (length - place) / 7 + 1 == -weekday.ordinal;
    }

    /** Whether a list names a place, counted from the beginning or, negative, from the end; an empty one names each. */
    private static boolean holds(Set<Integer> list, int place, int length) {
        return list.isEmpty() || list.contains(place) || list.contains(place - length - 1);
    }
}

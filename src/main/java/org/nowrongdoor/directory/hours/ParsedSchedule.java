package org.nowrongdoor.directory.hours;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Schedule;

/** One schedule, read; or what one that cannot be read may speak of.
 *  @param days null for every day of its validity
 *  @param opens minute of the day; equal to {@code closes} where it says closed
 *  @param closes minutes after the start of the day on which it opens; over 1440 is the next day
 *  @param isDated it speaks of certain days alone, and other schedules do not count there: a holiday */
record ParsedSchedule(
        ZoneId zone,
        @Nullable Recurrence days,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        int opens,
        int closes,
        boolean isDated) {

    // 31: a longer time without any clock time is a remark, no closure.
    private static final int LONGEST_CLOSURE_DAYS = 31;

    // Where only the closing is known, one before noon may be that of the next morning.
    private static final int NOON = 12 * 60;
    // Where no time is known, a night that begins on the day is over by eight in the morning.
    private static final int END_OF_NIGHT = ClockTime.DAY + 8 * 60;
    private static final Set<String> CLOCK_TIMES = Set.of("opens_at", "closes_at", "timezone");

    /** What a schedule that was not looked at may speak of. */
    static final ParsedSchedule ANYTHING =
            new ParsedSchedule(ZoneOffset.UTC, null, null, null, 0, ClockTime.DAY, false);

    /** The hours of a schedule; empty when it cannot be told which are meant.
     *  @param zone where the service is; the offsets of the schedule count only where that is not known */
    static Optional<ParsedSchedule> find(Schedule schedule, @Nullable ZoneId zone) {
        var members = ScheduleMembers.of(schedule);
        if (!ScheduleChecker.check(members).isEmpty()) {
            return Optional.empty();
        }
        var opens = ClockTime.find(schedule.opensAt());
        var closes = ClockTime.find(schedule.closesAt());
        var days = Recurrence.find(members);
        var first = latest(schedule.validFrom(), schedule.dtstart());
        var last = earliest(schedule.validTo(), schedule.until());
        var isRepeating = written(schedule.freq()) || written(schedule.byday());
        var isOneDay = first != null && first.equals(last);
        if (isRepeating && days.isEmpty() && !isOneDay) {
            return Optional.empty();
        }
        var isDated = isOneDay || (!isRepeating && days.isEmpty() && first != null && last != null);
        if (!written(schedule.opensAt()) && !written(schedule.closesAt())) {
            return isDated && isShort(first, last)
                    ? Optional.of(new ParsedSchedule(or(zone, ZoneOffset.UTC), null, first, last, 0, 0, true))
                    : Optional.empty();
        }
        if (opens.isEmpty()
                || closes.isEmpty()
                || opens.get().minute() == closes.get().minute()) {
            return Optional.empty();
        }
        var clock = zone != null ? zone : offset(opens.get(), schedule.timezone());
        if (clock == null || (days.isEmpty() && !isDated)) {
            return Optional.empty();
        }
        int closing = ClockTime.closing(opens.get(), closes.get());
        var repeated = isOneDay ? null : days.orElse(null);
        return Optional.of(
                new ParsedSchedule(clock, repeated, first, last, opens.get().minute(), closing, isDated));
    }

    /** What a schedule that cannot be read may speak of: the days and the times that can be read of it, else every one.
     *  @param zone where the service is; null where that is not known */
    static ParsedSchedule doubtful(Schedule schedule, @Nullable ZoneId zone) {
        var members = ScheduleMembers.of(schedule);
        var broken = ScheduleChecker.check(members).stream()
                .map(ScheduleChecker.Breach::member)
                .collect(Collectors.toSet());
        var first = latest(
                unless(broken, "valid_from", schedule.validFrom()), unless(broken, "dtstart", schedule.dtstart()));
        var last = earliest(unless(broken, "valid_to", schedule.validTo()), unless(broken, "until", schedule.until()));
        var opens = ClockTime.find(unless(broken, "opens_at", schedule.opensAt()));
        var closes = ClockTime.find(unless(broken, "closes_at", schedule.closesAt()));
        var timezone = unless(broken, "timezone", schedule.timezone());
        var offset = opens.or(() -> closes).flatMap(time -> Optional.ofNullable(offset(time, timezone)));
        var clock = zone != null ? zone : offset.orElse(null);
        if (clock == null) {
            return anyTime(first, last);
        }
        var days = CLOCK_TIMES.containsAll(broken) ? Recurrence.find(members) : Optional.<Recurrence>empty();
        var isOneDay = first != null && first.equals(last);
        var isTimed = written(schedule.opensAt()) || written(schedule.closesAt());
        var isRepeating = written(schedule.freq()) || written(schedule.byday()) || days.isPresent();
        var isDated = isOneDay || (!isRepeating && first != null && last != null && (isTimed || isShort(first, last)));
        var repeated = isDated ? null : days.orElse(null);
        int opening = opens.map(ClockTime::minute).orElse(0);
        int closing = latestClosing(opens.orElse(null), closes.orElse(null));
        return new ParsedSchedule(clock, repeated, first, last, opening, closing, isDated);
    }

    private static <T> @Nullable T unless(Set<String> broken, String member, @Nullable T value) {
        return broken.contains(member) ? null : value;
    }

    /** By some clock on earth: up to a day apart from ours. */
    private static ParsedSchedule anyTime(@Nullable LocalDate first, @Nullable LocalDate last) {
        var from = first == null ? null : first.minusDays(1);
        var to = last == null ? null : last.plusDays(1);
        return new ParsedSchedule(ZoneOffset.UTC, null, from, to, 0, ClockTime.DAY, false);
    }

    private static int latestClosing(@Nullable ClockTime opens, @Nullable ClockTime closes) {
        if (opens != null) {
            return closes == null || closes.minute() == opens.minute()
                    ? opens.minute() + ClockTime.DAY
                    : ClockTime.closing(opens, closes);
        }
        if (closes == null) {
            return END_OF_NIGHT;
        }
        return closes.minute() <= NOON ? closes.minute() + ClockTime.DAY : closes.minute();
    }

    /** Whether it says anything about a day, be it that it is closed. */
    boolean speaksOf(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    /** The days of a window on which it opens, or on which it is closed if it says so. */
    Set<LocalDate> days(LocalDate from, LocalDate to) {
        var start = first != null && first.isAfter(from) ? first : from;
        var end = last != null && last.isBefore(to) ? last : to;
        if (start.isAfter(end)) {
            return Set.of();
        }
        return days != null
                ? days.between(start, end)
                : start.datesUntil(end.plusDays(1)).collect(Collectors.toSet());
    }

    /** When the clock on the wall shows its hours, opening on a day. In the night when clocks go back an hour comes twice
     *  and counts twice; the hour that is left out in spring never comes. */
    List<OpenSpan> on(LocalDate day) {
        var opening = day.atStartOfDay().plusMinutes(opens);
        var closing = day.atStartOfDay().plusMinutes(closes);
        var spans = new ArrayList<OpenSpan>();
        var rules = zone.getRules();
        // A day on either side holds every offset that can matter.
        var at = opening.minusDays(1).toInstant(ZoneOffset.UTC);
        var end = closing.plusDays(1).toInstant(ZoneOffset.UTC);
        while (at.isBefore(end)) {
            var offset = rules.getOffset(at);
            var change = rules.nextTransition(at);
            var until = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
            add(spans, later(opening, offset, at), earlier(closing, offset, until));
            at = until;
        }
        return spans;
    }

    private static void add(List<OpenSpan> spans, Instant start, Instant end) {
        if (start.isBefore(end)) {
            spans.add(new OpenSpan(start, end));
        }
    }

    private static Instant later(LocalDateTime local, ZoneOffset offset, Instant bound) {
        var at = local.toInstant(offset);
        return at.isAfter(bound) ? at : bound;
    }

    private static Instant earlier(LocalDateTime local, ZoneOffset offset, Instant bound) {
        var at = local.toInstant(offset);
        return at.isBefore(bound) ? at : bound;
    }

    private static @Nullable ZoneId offset(ClockTime opens, @Nullable BigDecimal timezone) {
        if (opens.offset() != null) {
            return opens.offset();
        }
        return timezone == null ? null : ZoneOffset.ofTotalSeconds((int) (timezone.doubleValue() * 3600));
    }

    private static boolean isShort(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && ChronoUnit.DAYS.between(first, last) < LONGEST_CLOSURE_DAYS;
    }

    private static ZoneId or(@Nullable ZoneId zone, ZoneId other) {
        return zone == null ? other : zone;
    }

    private static boolean written(@Nullable String field) {
        return field != null && !field.isBlank();
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}

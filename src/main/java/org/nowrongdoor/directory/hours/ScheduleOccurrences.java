package org.nowrongdoor.directory.hours;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Schedule;

/** The days on which a schedule repeats.
 *  @param anchor the first day that counts for an interval or a number of times; null where every period is the same
 *  @see "RFC 5545, RRULE" */
record ScheduleOccurrences(RecurrenceRule rule, @Nullable LocalDate anchor) {

    /** The rule of a schedule; empty when it has none, or one that leaves open which days are meant. */
    static Optional<ScheduleOccurrences> find(Schedule schedule) {
        var anchor = schedule.dtstart() != null ? schedule.dtstart() : schedule.validFrom();
        var isCounted = number(schedule.interval()) > 1 || number(schedule.count()) > 0;
        var text = text(schedule, schedule.dtstart());
        if (text.isEmpty() || (isCounted && anchor == null)) {
            return Optional.empty();
        }
        try {
            var rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_LAX);
            return Optional.of(new ScheduleOccurrences(rule, isCounted ? anchor : null));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The days from one to another, both included. */
    Set<LocalDate> between(LocalDate from, LocalDate to) {
        // Without an anchor the first of the month before is as good a beginning as any.
        var start = anchor != null ? anchor : from.withDayOfMonth(1);
        var days = new HashSet<LocalDate>();
        var each = rule.iterator(day(start));
        if (start.isBefore(from)) {
            each.fastForward(day(from));
        }
        while (each.hasNext()) {
            var next = each.nextDateTime();
            var date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (date.isAfter(to)) {
                break;
            }
            if (!date.isBefore(from)) {
                days.add(date);
            }
        }
        return days;
    }

    private static DateTime day(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }

    private static String text(Schedule schedule, @Nullable LocalDate start) {
        var byDay = list(schedule.byday());
        var byMonthDay = list(schedule.bymonthday());
        var byWeekNo = list(schedule.byweekno());
        var byYearDay = list(schedule.byyearday());
        var freq = schedule.freq() == null ? "" : schedule.freq().strip().toUpperCase(Locale.ROOT);
        if (!byYearDay.isEmpty() || !byWeekNo.isEmpty()) {
            freq = "YEARLY";
        } else if (freq.isEmpty()) {
            freq = byDay.isEmpty() ? byMonthDay.isEmpty() ? "" : "MONTHLY" : "WEEKLY";
        }
        if (byDay.isEmpty() && byMonthDay.isEmpty() && byYearDay.isEmpty() && start != null) {
            byDay = freq.equals("WEEKLY") || freq.equals("YEARLY") ? twoLetters(start.getDayOfWeek()) : byDay;
            byMonthDay = freq.equals("MONTHLY") ? String.valueOf(start.getDayOfMonth()) : byMonthDay;
        }
        var isOpenEnded = byDay.isEmpty() && byMonthDay.isEmpty() && byYearDay.isEmpty() && !freq.equals("DAILY");
        if (freq.isEmpty() || isOpenEnded) {
            return "";
        }
        return "FREQ=" + freq
                + part("BYDAY", byDay)
                + part("BYMONTHDAY", byMonthDay)
                + part("BYWEEKNO", byWeekNo)
                + part("BYYEARDAY", byYearDay)
                + part("WKST", list(schedule.wkst()))
                + part("INTERVAL", number(schedule.interval()) > 1 ? "" + number(schedule.interval()) : "")
                + part("COUNT", number(schedule.count()) > 0 ? "" + number(schedule.count()) : "");
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : ";" + name + "=" + value;
    }

    private static String list(@Nullable String written) {
        return written == null
                ? ""
                : written.replaceAll("[\\s\\[\\]\"']", "").replace(';', ',').toUpperCase(Locale.ROOT);
    }

    private static String twoLetters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static int number(@Nullable BigDecimal written) {
        return written == null ? 0 : written.intValue();
    }
}

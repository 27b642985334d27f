package org.nowrongdoor.directory.hours;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.hours.Recurrence.Frequency;

/** Bounds of what a schedule says of when: those of RFC 5545, and what no service needs more of.
 *  @see "RFC 5545, 3.3.10" */
public final class ScheduleChecker {

    /** So many schedules one list may have: each day of a year one of its own. */
    public static final int MOST_SCHEDULES = 366;

    // 120: ten years of months.
    private static final int LONGEST_INTERVAL = 120;
    // 10,000: every day of 27 years.
    private static final int HIGHEST_COUNT = 10_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    // Some write it where no end is meant.
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);
    private static final BigDecimal WEST = BigDecimal.valueOf(-12);
    private static final BigDecimal EAST = BigDecimal.valueOf(14);
    private static final Set<String> WEEKDAYS = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final ScheduleMembers members;
    private final List<Breach> breaches = new ArrayList<>();

    /** A member that is out of bounds.
     *  @param remedy completes "the member …" */
    public record Breach(String member, @Nullable String value, String remedy) {}

    private ScheduleChecker(ScheduleMembers members) {
        this.members = members;
    }

    /** Every member that is out of bounds, or the one that leaves a rule without any day; empty where all is well. */
    public static List<Breach> check(ScheduleMembers members) {
        var checker = new ScheduleChecker(members);
        checker.check();
        return checker.breaches;
    }

    private void check() {
        oneOf("freq", Set.of("WEEKLY", "MONTHLY", "DAILY", "YEARLY"));
        oneOf("wkst", WEEKDAYS);
        whole("interval", LONGEST_INTERVAL);
        whole("count", HIGHEST_COUNT);
        list("bymonthday", 31);
        list("byyearday", 366);
        list("byweekno", 53);
        weekdays();
        day("dtstart", LATEST);
        day("valid_from", LATEST);
        day("until", NO_END);
        day("valid_to", NO_END);
        timeZone();
        clockTime("opens_at");
        clockTime("closes_at");
        if (breaches.isEmpty()) {
            ever();
        }
    }

    private void oneOf(String member, Set<String> codes) {
        var text = members.text(member);
        if (text != null && !codes.contains(text)) {
            breach(
                    member,
                    "must be one of "
                            + String.join(", ", codes.stream().sorted().toList()));
        }
    }

    private void whole(String member, int most) {
        var number = members.whole(member);
        if (members.text(member) != null && (number == null || number < 1 || number > most)) {
            breach(member, "must be a whole number from 1 to " + most);
        }
    }

    private void list(String member, int bound) {
        var numbers = members.list(member);
        if (numbers == null || numbers.stream().anyMatch(number -> number == 0 || Math.abs(number) > bound)) {
            breach(
                    member,
                    "must be numbers from 1 to " + bound + ", or -" + bound
                            + " to -1 from the end, with commas between");
        }
    }

    private void weekdays() {
        var days = members.weekdays();
        if (members.text("byday") == null) {
            return;
        }
        if (days.isEmpty()) {
            breach("byday", "must be days such as MO,TU or, monthly, 2MO or -1FR, with commas between");
            return;
        }
        int most = mostOrdinal();
        var ordinals =
                days.stream().mapToInt(weekday -> Math.abs(weekday.ordinal())).filter(ordinal -> ordinal > 0);
        if (ordinals.anyMatch(ordinal -> ordinal > most)) {
            breach(
                    "byday",
                    most == 0
                            ? "may count days only with freq MONTHLY: write MO instead of 2MO, or freq MONTHLY"
                            : "may count days from 1 to " + most + ", or -" + most + " to -1 from the end");
        }
    }

    /** How many of one weekday there are in the period of a rule; 0 where a day is not counted. */
    private int mostOrdinal() {
        if (!members.numbers("byweekno").isEmpty()) {
            return 0;
        }
        var isYearly = !members.numbers("byyearday").isEmpty() || members.frequency() == Frequency.YEARLY;
        return isYearly ? 53 : members.frequency() == Frequency.MONTHLY ? 5 : 0;
    }

    private void day(String member, LocalDate latest) {
        var day = members.day(member);
        if (members.text(member) != null && (day == null || day.isBefore(EARLIEST) || day.isAfter(latest))) {
            breach(member, "must be a day from " + EARLIEST + " to " + latest);
        }
    }

    private void timeZone() {
        var hours = members.decimal("timezone");
        if (members.text("timezone") != null
                && (hours == null || hours.compareTo(WEST) < 0 || hours.compareTo(EAST) > 0)) {
            breach("timezone", "must be hours from UTC, from " + WEST + " to " + EAST);
        }
    }

    private void clockTime(String member) {
        var text = members.text(member);
        if (text != null
                && !ClockTime.find(text).map(ScheduleChecker::isOnEarth).orElse(false)) {
            breach(member, "must be a clock time such as 09:30 or 09:30-05:00, its offset from -12:00 to +14:00");
        }
    }

    private static boolean isOnEarth(ClockTime time) {
        int seconds = time.offset() == null ? 0 : time.offset().getTotalSeconds();
        return seconds >= WEST.intValue() * 3600 && seconds <= EAST.intValue() * 3600;
    }

    /** A rule without any day would read as closed for ever; one that ends is over some day in any case. */
    private void ever() {
        if (members.text("until") != null || members.text("valid_to") != null) {
            return;
        }
        var rule = Recurrence.find(members).filter(found -> !found.isEver());
        if (rule.isPresent()) {
            breach(narrowest(), "never comes with the other members of this schedule: no day in a hundred years fits");
        }
    }

    private String narrowest() {
        for (var member : List.of("bymonthday", "byyearday", "byweekno", "byday")) {
            if (members.text(member) != null) {
                return member;
            }
        }
        return "interval";
    }

    private void breach(String member, String remedy) {
        breaches.add(new Breach(member, members.text(member), remedy));
    }
}

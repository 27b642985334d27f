package org.nowrongdoor.directory.hours;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Schedule;

/** A schedule put together in the words of a test. */
record ScheduleForTests(
        @Nullable String freq,
        @Nullable String byday,
        @Nullable String bymonthday,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable LocalDate dtstart,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate until,
        int interval,
        int count) {

    static ScheduleForTests weekly(@Nullable String byday) {
        return new ScheduleForTests("WEEKLY", byday, null, null, null, null, null, null, null, 0, 0);
    }

    static ScheduleForTests monthly(@Nullable String byday, @Nullable String bymonthday) {
        return new ScheduleForTests("MONTHLY", byday, bymonthday, null, null, null, null, null, null, 0, 0);
    }

    static ScheduleForTests dated(String day) {
        var date = LocalDate.parse(day);
        return new ScheduleForTests(null, null, null, null, null, null, date, date, null, 0, 0);
    }

    ScheduleForTests at(@Nullable String from, @Nullable String to) {
        return new ScheduleForTests(
                freq, byday, bymonthday, from, to, dtstart, validFrom, validTo, until, interval, count);
    }

    ScheduleForTests from(String day) {
        return new ScheduleForTests(
                freq,
                byday,
                bymonthday,
                opens,
                closes,
                LocalDate.parse(day),
                validFrom,
                validTo,
                until,
                interval,
                count);
    }

    ScheduleForTests valid(String from, String to) {
        return new ScheduleForTests(
                freq,
                byday,
                bymonthday,
                opens,
                closes,
                dtstart,
                LocalDate.parse(from),
                LocalDate.parse(to),
                until,
                interval,
                count);
    }

    ScheduleForTests until(String day) {
        return new ScheduleForTests(
                freq,
                byday,
                bymonthday,
                opens,
                closes,
                dtstart,
                validFrom,
                validTo,
                LocalDate.parse(day),
                interval,
                count);
    }

    ScheduleForTests every(int periods) {
        return new ScheduleForTests(
                freq, byday, bymonthday, opens, closes, dtstart, validFrom, validTo, until, periods, count);
    }

    ScheduleForTests times(int times) {
        return new ScheduleForTests(
                freq, byday, bymonthday, opens, closes, dtstart, validFrom, validTo, until, interval, times);
    }

    Schedule schedule() {
        return new Schedule(
                UUID.randomUUID(),
                null,
                null,
                null,
                validFrom,
                validTo,
                dtstart,
                null,
                until,
                count == 0 ? null : BigDecimal.valueOf(count),
                null,
                freq,
                interval == 0 ? null : BigDecimal.valueOf(interval),
                byday,
                null,
                bymonthday,
                null,
                null,
                opens,
                closes,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}

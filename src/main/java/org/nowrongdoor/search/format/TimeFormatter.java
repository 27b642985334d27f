package org.nowrongdoor.search.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats times as people say them, by the clock of the place that they are told of. */
final class TimeFormatter {

    private static final int HOURS_OF_HALF_A_DAY = 12;
    private static final int MORNING = 6;
    private static final int EVENING = 19;
    private static final int TWO_DIGITS = 10;

    private final Messages spoken;
    private final Instant now;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;

    TimeFormatter(String lang, Instant now) {
        spoken = new Messages(lang);
        this.now = now;
        var locale = Locale.forLanguageTag(lang);
        day = DateTimeFormatter.ofPattern(spoken.raw("date"), locale);
        weekday = DateTimeFormatter.ofPattern(spoken.raw("weekday"), locale);
    }

    /** "May 1, 2019". */
    String day(LocalDate date) {
        return day.format(date);
    }

    /** "today at 9 AM" or "on Monday, May 4 at 9 AM".
     *  @param time RFC 3339 with the offset of the place, seconds or not */
    String at(String time) {
        var then = ZonedDateTime.parse(time);
        return isToday(then)
                ? spoken.say("time.today", clock(then.toLocalTime()))
                : spoken.say("time.day", weekday.format(then), clock(then.toLocalTime()));
    }

    /** "9 AM" or "Monday, May 4 at 9 AM", after "until".
     *  @param from a moment whose day need not be told again; now where it is null */
    String until(String time, @Nullable String from) {
        var then = ZonedDateTime.parse(time);
        var isSameDay = from == null
                ? isToday(then)
                : ZonedDateTime.parse(from).toLocalDate().equals(then.toLocalDate());
        return isSameDay
                ? clock(then.toLocalTime())
                : spoken.say("time.until", weekday.format(then), clock(then.toLocalTime()));
    }

    private boolean isToday(ZonedDateTime then) {
        return then.toLocalDate().equals(now.atZone(then.getZone()).toLocalDate());
    }

    /** "2 hours ago": true in every zone. */
    String ago(OffsetDateTime time) {
        var hours = Duration.between(time.toInstant(), now).toHours();
        if (hours < 1) {
            return spoken.say("ago.now");
        }
        var days = hours / (2 * HOURS_OF_HALF_A_DAY);
        return days < 1 ? spoken.say("ago.hours", hours) : spoken.say("ago.days", days);
    }

    private String clock(LocalTime time) {
        if (time.getMinute() == 0 && time.getHour() % HOURS_OF_HALF_A_DAY == 0) {
            return spoken.say(time.getHour() == 0 ? "time.midnight" : "time.noon");
        }
        var hour =
                time.getHour() % HOURS_OF_HALF_A_DAY == 0 ? HOURS_OF_HALF_A_DAY : time.getHour() % HOURS_OF_HALF_A_DAY;
        var minute = time.getMinute();
        var digits = minute == 0 ? Integer.toString(hour) : hour + (minute < TWO_DIGITS ? ":0" : ":") + minute;
        return spoken.say("time." + partOfDay(time.getHour()), digits, hour);
    }

    private static String partOfDay(int hour) {
        if (hour < MORNING) {
            return "night";
        }
        if (hour < HOURS_OF_HALF_A_DAY) {
            return "morning";
        }
        return hour < EVENING ? "afternoon" : "evening";
    }
}

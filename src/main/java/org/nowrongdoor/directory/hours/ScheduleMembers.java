package org.nowrongdoor.directory.hours;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.hours.Recurrence.Frequency;
import org.nowrongdoor.directory.hours.Recurrence.Weekday;
import org.nowrongdoor.directory.record.Schedule;

/** What a schedule says of when, by the names of HSDS, in its one form: lists with commas, days of two capital letters.
 *  @param texts what could not be read stands as it was written */
public record ScheduleMembers(Map<String, String> texts) {

    /** Every member that tells when; the others are words. */
    public static final Set<String> NAMES = Set.of(
            "freq",
            "wkst",
            "interval",
            "count",
            "byday",
            "bymonthday",
            "byyearday",
            "byweekno",
            "dtstart",
            "until",
            "valid_from",
            "valid_to",
            "timezone",
            "opens_at",
            "closes_at");

    private static final Set<String> LISTS = Set.of("byday", "bymonthday", "byyearday", "byweekno");
    private static final Set<String> CODES = Set.of("freq", "wkst");

    private static final Pattern WEEKDAY = Pattern.compile("(-?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}");
    private static final Pattern AROUND = Pattern.compile("[\\s\\[\\]\"']+");

    // 2,000: every day of a year by its number has 1,357 characters.
    private static final int LONGEST_LIST = 2_000;

    /** The members as they are kept where they can be read. */
    public ScheduleMembers {
        var kept = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> {
            if (NAMES.contains(name) && !text.isBlank()) {
                kept.put(name, normal(name, text));
            }
        });
        texts = kept;
    }

    /** What a stored schedule says. */
    public static ScheduleMembers of(Schedule schedule) {
        var texts = new LinkedHashMap<String, String>();
        put(texts, "freq", schedule.freq());
        put(texts, "wkst", schedule.wkst());
        put(texts, "interval", schedule.interval());
        put(texts, "count", schedule.count());
        put(texts, "byday", schedule.byday());
        put(texts, "bymonthday", schedule.bymonthday());
        put(texts, "byyearday", schedule.byyearday());
        put(texts, "byweekno", schedule.byweekno());
        put(texts, "dtstart", schedule.dtstart());
        put(texts, "until", schedule.until());
        put(texts, "valid_from", schedule.validFrom());
        put(texts, "valid_to", schedule.validTo());
        put(texts, "timezone", schedule.timezone());
        put(texts, "opens_at", schedule.opensAt());
        put(texts, "closes_at", schedule.closesAt());
        return new ScheduleMembers(texts);
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    private static String normal(String name, String text) {
        if (CODES.contains(name)) {
            return text.strip().toUpperCase(Locale.ROOT);
        }
        if (!LISTS.contains(name) || text.length() > LONGEST_LIST) {
            return text.strip();
        }
        if (name.equals("byday")) {
            return WeekdayReader.read(text).orElse(text);
        }
        var items = items(text);
        var read = items.stream().flatMap(item -> number(item).stream()).toList();
        return read.size() == items.size() ? String.join(",", new LinkedHashSet<>(read)) : text;
    }

    private static List<String> items(String text) {
        var plain =
                AROUND.matcher(text.replace(';', ',')).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        var items = plain.indexOf(',') < 0 ? plain.split(" ", -1) : plain.split(",", -1);
        return Arrays.stream(items).map(item -> item.replace(" ", "")).toList();
    }

    private static Optional<String> number(String item) {
        return NUMBER.matcher(item).matches() ? Optional.of(String.valueOf(Integer.parseInt(item))) : Optional.empty();
    }

    @Nullable String text(String name) {
        return texts.get(name);
    }

    /** The number of a member; null when it is none, or no whole one. */
    @Nullable Integer whole(String name) {
        var number = decimal(name);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    @Nullable BigDecimal decimal(String name) {
        try {
            var text = texts.get(name);
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    int number(String name, int otherwise) {
        return Objects.requireNonNullElse(whole(name), otherwise);
    }

    @Nullable LocalDate day(String name) {
        try {
            var text = texts.get(name);
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The numbers of a list; null when they cannot be read. */
    @Nullable Set<Integer> list(String name) {
        var text = texts.get(name);
        if (text == null) {
            return Set.of();
        }
        var numbers = new TreeSet<Integer>();
        for (var item : text.split(",", -1)) {
            if (!NUMBER.matcher(item).matches()) {
                return null;
            }
            numbers.add(Integer.valueOf(item));
        }
        return numbers;
    }

    Set<Integer> numbers(String name) {
        return Objects.requireNonNullElse(list(name), Set.of());
    }

    /** The days of {@code byday}; empty when there are none or they cannot be read. */
    Set<Weekday> weekdays() {
        var days = new LinkedHashSet<Weekday>();
        for (var item : Objects.requireNonNullElse(texts.get("byday"), "").split(",", -1)) {
            var match = WEEKDAY.matcher(item);
            if (!match.matches()) {
                return Set.of();
            }
            days.add(new Weekday(match.group(1) == null ? 0 : Integer.parseInt(match.group(1)), code(match.group(2))));
        }
        return days;
    }

    DayOfWeek weekStart() {
        var written = texts.get("wkst");
        return written == null ? DayOfWeek.MONDAY : code(written);
    }

    private static DayOfWeek code(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(letters))
                .findFirst()
                .orElse(DayOfWeek.MONDAY);
    }

    @Nullable Frequency frequency() {
        var written = texts.get("freq");
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.name().equals(written))
                .findFirst()
                .orElse(null);
    }
}

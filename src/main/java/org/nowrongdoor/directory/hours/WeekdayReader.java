package org.nowrongdoor.directory.hours;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the days of a week as people write them, in English and Spanish: {@code Mon-Fri}, {@code LU,MA}, {@code lunes a
 *  viernes}, {@code 1MO}. A text is read whole or not at all. */
final class WeekdayReader {

    // MO, mon, Monday and Mondays are one.
    private static final Map<DayOfWeek, Pattern> NAMES = Map.of(
            DayOfWeek.MONDAY, name("MO(N(DAY)?)?|LU(N(ES)?)?"),
            DayOfWeek.TUESDAY, name("TU(E(S(DAY)?)?)?|MA(R(TES)?)?"),
            DayOfWeek.WEDNESDAY, name("WE(D(NESDAY)?)?|MI(E(R(COLES)?)?)?"),
            DayOfWeek.THURSDAY, name("TH(U(RS?(DAY)?)?)?|JU(E(V(ES)?)?)?"),
            DayOfWeek.FRIDAY, name("FR(I(DAY)?)?|VI(E(R(NES)?)?)?"),
            DayOfWeek.SATURDAY, name("SA(T(URDAY)?|B(ADO)?)?"),
            DayOfWeek.SUNDAY, name("SU(N(DAY)?)?|DO(M(INGO)?)?"));
    private static final Map<String, List<DayOfWeek>> TOGETHER = Map.of(
            "WEEKDAY", days(1, 5),
            "WEEKDAYS", days(1, 5),
            "ENTRE SEMANA", days(1, 5),
            "WEEKEND", days(6, 7),
            "WEEKENDS", days(6, 7),
            "FIN DE SEMANA", days(6, 7),
            "FINES DE SEMANA", days(6, 7),
            "DAILY", days(1, 7),
            "EVERY DAY", days(1, 7),
            "TODOS LOS DIAS", days(1, 7));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|[\\[\\]\"'.]");
    private static final Pattern AND = Pattern.compile("\\s*[;,/&]\\s*(?:AND|Y|E)?\\s*|\\s+(?:AND|Y|E)\\s+");
    // The minus of -1FR, the last Friday, stands before a number.
    private static final Pattern TO =
            Pattern.compile("(?<=[A-Z])(?:\\s*[-–—]\\s*|\\s+(?:TO|THROUGH|THRU|A|AL|HASTA)\\s+)(?=[A-Z])");
    private static final Pattern SMALL_WORDS = Pattern.compile("\\b(?:FROM|EVERY|ON|DE|DEL|DESDE|EL|LOS|CADA)\\s+");
    private static final Pattern NUMBERED = Pattern.compile("([+-]?0?[1-9]\\d?)\\s?([A-Z]+)");

    private WeekdayReader() {}

    private static Pattern name(String forms) {
        return Pattern.compile("(?:" + forms + ")S?");
    }

    private static List<DayOfWeek> days(int first, int last) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() >= first && day.getValue() <= last)
                .toList();
    }

    /** The days as RFC 5545 writes them, each once; empty where anything in the text is no day. */
    static Optional<String> read(String text) {
        var plain = MARKS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFD).toUpperCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        var whole = TOGETHER.get(plain.replaceAll("\\s+", " "));
        if (whole != null) {
            return Optional.of(
                    String.join(",", whole.stream().map(WeekdayReader::code).toList()));
        }
        var listed = TO.matcher(SMALL_WORDS.matcher(plain).replaceAll("")).replaceAll("~");
        var items = AND.matcher(listed).find() ? AND.split(listed, -1) : listed.split("\\s+", -1);
        var read = new LinkedHashSet<String>();
        for (var item : items) {
            var days = item(item.strip());
            if (days.isEmpty()) {
                return Optional.empty();
            }
            read.addAll(days);
        }
        return Optional.of(String.join(",", read));
    }

    private static List<String> item(String item) {
        int to = item.indexOf('~');
        if (to > 0) {
            return range(day(item.substring(0, to)), day(item.substring(to + 1)));
        }
        var numbered = NUMBERED.matcher(item);
        var number = numbered.matches() ? String.valueOf(Integer.parseInt(numbered.group(1))) : "";
        var day = day(numbered.matches() ? numbered.group(2) : item);
        return day == null ? List.of() : List.of(number + code(day));
    }

    /** From a day to the next one of that name: Saturday to Monday are three. */
    private static List<String> range(@Nullable DayOfWeek first, @Nullable DayOfWeek last) {
        if (first == null || last == null) {
            return List.of();
        }
        var days = new ArrayList<String>();
        for (var day = first; day != last; day = day.plus(1)) {
            days.add(code(day));
        }
        days.add(code(last));
        return days;
    }

    private static @Nullable DayOfWeek day(String name) {
        return NAMES.entrySet().stream()
                .filter(day -> day.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}

package org.nowrongdoor.exchange.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Telephone numbers in running text, however they are written: with any signs between their groups, letters for digits,
 *  digits in words. Digits that only happen to stand one after the other are no number. */
final class NumberFinder {

    // 7: a local number; 15: the longest of any plan.
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final Pattern GROUP = Pattern.compile(
            "(?<![\\p{L}\\d])[OoIl]*\\d[\\dOoIl]*(?!\\p{L})|(?<![\\p{L}\\d])[Oo]{1,4}(?![\\p{L}\\d])|\\d+");
    private static final Pattern GAP = Pattern.compile("[\\s().·/\\[\\]_~*-]{0,4}");
    private static final Pattern WORD_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])(?:\\+?1[-. ]?)?\\(?[2-9]\\d{2}\\)?[-. ]{1,2}(?=[A-Z0-9. -]{0,44}[A-Z]{3})[A-Z0-9]{1,10}(?:[-. ][A-Z0-9]{1,10}){0,3}");
    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("cero", "0"),
            Map.entry("uno", "1"),
            Map.entry("dos", "2"),
            Map.entry("tres", "3"),
            Map.entry("cuatro", "4"),
            Map.entry("cinco", "5"),
            Map.entry("seis", "6"),
            Map.entry("siete", "7"),
            Map.entry("ocho", "8"),
            Map.entry("nueve", "9"));
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b(?:" + DIGITS.keySet().stream().sorted().collect(Collectors.joining("|")) + ")\\b",
            Pattern.CASE_INSENSITIVE);
    // eight hundred, 555 4673; ochocientos, 555 4673: once the words for digits are digits
    private static final Pattern HUNDREDS =
            Pattern.compile("(?i)(?<![\\p{L}\\d])(?<digit>[2-9])[\\s-]{0,2}hundred\\b,?");
    private static final Map<String, String> SPANISH_HUNDREDS = Map.of(
            "doscientos", "200",
            "trescientos", "300",
            "cuatrocientos", "400",
            "quinientos", "500",
            "seiscientos", "600",
            "setecientos", "700",
            "ochocientos", "800",
            "novecientos", "900");
    private static final Pattern CIENTOS =
            Pattern.compile("(?i)\\b(?:" + String.join("|", SPANISH_HUNDREDS.keySet()) + ")\\b,?");
    private static final Pattern ISBN =
            Pattern.compile("(?i)\\bISBN(?:-13)?:?\\s{0,2}(97[89](?:[- ]?\\d){10})(?![\\d-])");
    private static final Pattern EXIT_CODES = Pattern.compile("^(?:00|011)?1(?=\\d{10}$)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern LIST_OF_DIGITS = Pattern.compile("(?<=(?<!\\d)\\d), (?=\\d(?!\\d))");

    private NumberFinder() {}

    /** The digits of everything in a text that may be a number, without the code of the country at home. */
    static Set<String> find(String text) {
        return DigitCounter.mayHoldNumber(text) ? findIn(plain(text)) : Set.of();
    }

    /** The same of any text, without a first look at it. */
    static Set<String> findThoroughly(String text) {
        return findIn(plain(text));
    }

    /** Whether a word is that of a digit.
     *  @param word in small letters */
    static boolean isDigit(String word) {
        return DIGITS.containsKey(word);
    }

    private static Set<String> findIn(String plain) {
        var found = new LinkedHashSet<String>();
        var words = WORD_NUMBER.matcher(plain);
        while (words.find()) {
            found.add(PhoneText.dialled(words.group()));
        }
        var run = new ArrayList<String>();
        int end = 0;
        var group = GROUP.matcher(plain);
        while (group.find()) {
            if (!GAP.matcher(plain.substring(end, group.start())).matches()) {
                add(run, found);
                run.clear();
            }
            run.add(digits(group.group()));
            end = group.end();
        }
        add(run, found);
        return found;
    }

    private static String digits(String group) {
        return group.replace('O', '0').replace('o', '0').replace('I', '1').replace('l', '1');
    }

    /** Every number that neighbouring groups make, whole groups alone. */
    private static void add(List<String> run, Set<String> found) {
        for (int from = 0; from < run.size(); from++) {
            var digits = new StringBuilder();
            for (int to = from; to < run.size() && digits.length() <= MOST_DIGITS; to++) {
                digits.append(run.get(to));
                if (digits.length() >= LEAST_DIGITS && digits.length() <= MOST_DIGITS) {
                    found.add(EXIT_CODES.matcher(digits).replaceFirst(""));
                }
            }
        }
    }

    private static String plain(String text) {
        var folded = new StringBuilder();
        var seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        DASH.matcher(seen)
                .replaceAll("-")
                .codePoints()
                .forEach(c -> folded.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        var spoken = SPOKEN.matcher(ISBN.matcher(folded).replaceAll(NumberFinder::withoutIsbn))
                .replaceAll(word -> DIGITS.getOrDefault(word.group().toLowerCase(Locale.ROOT), ""));
        var hundreds = CIENTOS.matcher(HUNDREDS.matcher(spoken).replaceAll("${digit}00"))
                .replaceAll(word -> SPANISH_HUNDREDS.getOrDefault(
                        word.group().replace(",", "").toLowerCase(Locale.ROOT), ""));
        return LIST_OF_DIGITS.matcher(hundreds).replaceAll(" ");
    }

    /** The number of a book, which its last digit proves to be one, is none to dial. All else stays.
     *  @see "ISO 2108, check digit of an ISBN" */
    private static String withoutIsbn(MatchResult number) {
        var digits = number.group(1).replaceAll("\\D", "");
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0 ? "ISBN;" : Matcher.quoteReplacement(number.group());
    }
}

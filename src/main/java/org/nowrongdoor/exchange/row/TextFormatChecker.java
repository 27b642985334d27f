package org.nowrongdoor.exchange.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.nowrongdoor.text.TextCleaner;
import org.nowrongdoor.text.WebHostReader;

/** Whether a text is written as its type asks. */
public final class TextFormatChecker {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\d!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}0-9.-]{1,253}");
    // RFC 8141: a namespace, and no blank in what follows.
    private static final Pattern URN =
            Pattern.compile("urn:[a-z0-9][a-z0-9-]{0,31}:[a-z0-9()+,.:=@;$_!*'%/?#~&-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    // 24:00 is how some write the end of a day.
    private static final Pattern CLOCK_TIME = Pattern.compile(
            "(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?|24:00(?::00)?)(?:Z|[+-]\\d\\d:?\\d\\d)?");

    private static final int LAST_YEAR = 9999;

    private TextFormatChecker() {}

    public static boolean fits(FieldType type, String text) {
        return switch (type) {
            case UUID -> UUID_TEXT.matcher(text).matches();
            case URL -> WebHostReader.isWebAddress(text);
            case URI -> WebHostReader.isWebAddress(text) || URN.matcher(text).matches();
            case EMAIL -> EMAIL.matcher(text).matches() && WebHostReader.isPlain(text.substring(text.indexOf('@') + 1));
            case DAY -> DAY.matcher(text).matches() && parses(() -> LocalDate.parse(text));
            case CLOCK_TIME -> CLOCK_TIME.matcher(text).matches();
            case INSTANT -> isInstant(text);
            default -> true;
        };
    }

    /** Whether a text holds what may be shown nowhere, such as a control character or half of a surrogate pair. */
    public static boolean isBroken(String text) {
        return TextCleaner.findForbidden(text) >= 0;
    }

    /** What a broken text must not hold, named by its first character. */
    public static String brokenBy(String text) {
        int at = TextCleaner.findForbidden(text);
        return "must not hold " + TextCleaner.name(text.codePointAt(at))
                + ", a control character, half a character or one that turns the direction of a line";
    }

    /** A time in a year of four digits, which is what RFC 3339 and every reader of one know. */
    private static boolean isInstant(String text) {
        try {
            var year = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .getYear();
            return year >= 1 && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

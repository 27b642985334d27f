package org.nowrongdoor.exchange.row;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a text is written as its type asks. */
public final class TextFormatChecker {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[\\p{L}0-9.-]{1,253}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    // 24:00 is how some write the end of a day.
    private static final Pattern CLOCK_TIME = Pattern.compile(
            "(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?|24:00(?::00)?)(?:Z|[+-]\\d\\d:?\\d\\d)?");

    private TextFormatChecker() {}

    public static boolean fits(FieldType type, String text) {
        return switch (type) {
            case UUID -> UUID_TEXT.matcher(text).matches();
            case URL -> isWebAddress(text);
            case URI -> isWebAddress(text) || text.regionMatches(true, 0, "urn:", 0, 4);
            case EMAIL -> EMAIL.matcher(text).matches();
            case DAY -> DAY.matcher(text).matches() && parses(() -> LocalDate.parse(text));
            case CLOCK_TIME -> CLOCK_TIME.matcher(text).matches();
            case INSTANT -> parses(() -> OffsetDateTime.parse(text));
            default -> true;
        };
    }

    /** Whether a text holds what no database and no reader can take: NUL, or half of a surrogate pair. */
    public static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWebAddress(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
            return false;
        }
        try {
            return new URI(text).getRawAuthority() != null;
        } catch (URISyntaxException e) {
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

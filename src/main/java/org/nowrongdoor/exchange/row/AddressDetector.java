package org.nowrongdoor.exchange.row;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free text that tells where a place is, and how it reads once that is cut.
 *  For records whose place is not public it is better to cut too much than too little. */
public final class AddressDetector {

    /** What stands where something was cut. */
    static final String WITHHELD = "[address withheld]";

    private static final Pattern LINK = loose("\\b(?:https?://|www\\.|geo:)[^\\s<>\"]+");
    private static final Pattern MAP_LINK =
            loose("(?:^|[/.])maps?[./]|/maps\\b|goo\\.gl|openstreetmap|osm\\.org|what3words|w3w\\.co"
                    + "|waze\\.com|mapquest|bing\\.com/maps|^geo:|plus\\.codes");

    private AddressDetector() {}

    /** The text with everything cut that tells where a place is. */
    public static String withhold(String text) {
        var readable = readable(text);
        var cut = cut(cut(cutLinks(readable), AddressPattern.NUMBERED), AddressPattern.NAMED);
        return cut.equals(readable) ? text : cut;
    }

    /** The name with everything cut that can be told from a name by its digits; "Hope Street" may be just a name. */
    public static String withholdInName(String name) {
        var readable = readable(name);
        var cut = cut(readable, AddressPattern.NUMBERED);
        return cut.equals(readable) ? name : cut;
    }

    /** The bare name of a street: {@code Quillback} of {@code N. Quillback Street}. */
    public static String withoutStreetType(String street) {
        return AddressPattern.DIRECTION
                .matcher(AddressPattern.TYPE.matcher(street.strip()).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /** Whether a web address leads to a point on a map, or spells a street. */
    public static boolean isMapLink(String url) {
        var decoded = decode(url);
        return MAP_LINK.matcher(url).find()
                || !cut(decoded, AddressPattern.NUMBERED).equals(decoded);
    }

    private static String cutLinks(String text) {
        // Every link has a colon or begins with www.
        if (text.indexOf(':') < 0 && text.indexOf("www.") < 0) {
            return text;
        }
        return LINK.matcher(text)
                .replaceAll(link -> isMapLink(link.group()) ? "[address withheld]" : quoted(link.group()));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private static String cut(String text, List<AddressPattern> marks) {
        // Plus codes are the one number without a digit.
        if (marks == AddressPattern.NUMBERED
                && text.indexOf('+') < 0
                && text.chars().noneMatch(Character::isDigit)) {
            return text;
        }
        var left = text;
        var small = text.toLowerCase(Locale.ROOT);
        for (var mark : marks) {
            if (mark.mayBeIn(small)) {
                left = mark.pattern().matcher(left).replaceAll(quoted(WITHHELD));
            }
        }
        return left;
    }

    /** The text as a person reads it: other digits and letters folded, nothing invisible in between. */
    private static String readable(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Mn}&&[^\\n]]", "")
                .replace('\u2013', '-')
                .replace('\u2010', '-');
    }

    private static String decode(String url) {
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8).replaceAll("[/_?&=-]+", " ");
        } catch (IllegalArgumentException e) {
            return url.toLowerCase(Locale.ROOT);
        }
    }

    private static Pattern loose(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}

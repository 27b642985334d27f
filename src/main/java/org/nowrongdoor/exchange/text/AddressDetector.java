package org.nowrongdoor.exchange.text;

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

    /** A link within a text, with its scheme or without. */
    public static final Pattern LINK =
            loose("\\b(?:https?://|www\\.|geo:)[^\\s<>\"]+|\\b(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,24}/[^\\s<>\"]+");

    private static final Pattern MAP_LINK = loose("(?:^|[/.])maps?[./]|/maps\\b|^geo:"
            // Maps, and what stands for a point on one.
            + "|(?:^|[/.])(?:goo\\.gl|g\\.page|(?:www\\.)?openstreetmap\\.|osm\\.|what3words|w3w\\.co|waze\\.|mapquest|bing\\.com/maps"
            + "|plus\\.codes|geohash|mapy\\.|here\\.com|wego\\.|2gis|citymapper|komoot|strava|foursquare|swarmapp|yelp\\."
            + "|moovit|openrouteservice|graphhopper|latlong|gps-coordinates|streetview)"
            // Homes for sale and for rent.
            + "|(?:^|[/.])(?:zillow|redfin|realtor|trulia|apartments|airbnb|vrbo|loopnet)\\."
            // Where a short link leads is seen by the one who follows it.
            + "|(?:^|[/.])(?:bit\\.ly|tinyurl\\.|t\\.co/|ow\\.ly|is\\.gd|buff\\.ly|rb\\.gy|cutt\\.ly|shorturl\\.|tiny\\.cc|lnkd\\.in|t\\.ly/)"
            + "|(?:^|[/.])(?:google|bing|yandex|duckduckgo|baidu)(?:\\.[a-z]{2,3}){1,2}/(?:search|url|local|maps|\\?)"
            + "|[?&#;](?:lat|latitude|lon|lng|long|longitude|ll|sll|cp|center|geohash|gh|olc|pluscode|daddr|saddr|destination"
            + "|origin|place_?id|cid|addr|address|street|zip|postcode|postal_code)="
            + "|[?&#;](?:x|y|mlat|mlon|pt|q|at)=-?\\d{1,3}\\.\\d{2,}"
            + "|-?\\d{1,3}\\.\\d{3,}(?:[,;/_+|x]|%2c|%20)+-?\\d{1,3}\\.\\d{3,}");

    private static final Pattern JOINED =
            Pattern.compile("(?<=\\d)[._](?=\\p{Lu}\\p{Ll})|(?<=\\p{Ll})_(?=\\p{Lu}\\p{Ll})");

    private AddressDetector() {}

    /** The text with everything cut that tells where a place is. */
    public static String withhold(String text) {
        var readable = readable(text);
        var marked = cut(cut(cutLinks(readable), AddressPattern.NUMBERED), AddressPattern.NAMED);
        var cut = UnmarkedAddressDetector.withhold(marked, WITHHELD);
        return cut.equals(readable) ? text : cut;
    }

    /** The name of an organisation with everything cut that is more than a name; "Hope Street" may be just that. */
    public static String withholdInName(String name) {
        var readable = readable(name);
        var marked = cut(cut(readable, AddressPattern.NUMBERED), List.of(AddressPattern.CORNER));
        var cut = UnmarkedAddressDetector.withholdInName(marked, WITHHELD);
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
                || ((url.indexOf('%') >= 0 || url.indexOf('+') >= 0)
                        && MAP_LINK.matcher(unescaped(url)).find())
                || !cut(decoded, AddressPattern.NUMBERED).equals(decoded);
    }

    private static String cutLinks(String text) {
        if (text.indexOf('.') < 0 && text.indexOf(':') < 0) {
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
            return spaced(text);
        }
        return spaced(Normalizer.normalize(text.replace("½", " 1/2"), Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Mn}&&[^\\n]]", "")
                .replace('\u2013', '-')
                .replace('\u2010', '-'));
    }

    /** The same with spaces for what stands in their place between a number and a name, or two names. */
    private static String spaced(String text) {
        return text.indexOf('_') < 0 && text.indexOf('.') < 0
                ? text
                : JOINED.matcher(text).replaceAll(" ");
    }

    /** A link within a link, escaped once or twice. */
    private static String unescaped(String url) {
        try {
            return URLDecoder.decode(URLDecoder.decode(url, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return url;
        }
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

package org.nowrongdoor.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Free text that tells where a place is, and how it reads once that is cut.
 *  For records whose place is not public it is better to cut too much than too little. */
final class StreetText {

    /** What stands where something was cut. */
    static final String WITHHELD = "[address withheld]";

    private static final String STREET =
            "(?:street|str|avenue|ave|av|avenida|boulevard|blvd|road|rd|parkway|pkwy|highway"
                    + "|hwy|lane|ln|terrace|terr|turnpike|tpke|expressway|alley|drive|dr|court|ct|place|pl|plaza|square|sq|trail|trl"
                    + "|way|loop|circle|cir|crossing|xing|broadway|row|st)";
    private static final String PREPOSITION =
            "(?<!\\b(?:in|of|to|on|a|the|by|or|and|near|for|from|any|this|no)\\s{1,3})";
    private static final String ORDINAL = "\\d{1,3}(?:st|nd|rd|th)";
    private static final String NOT_A_DAY =
            "(?!\\s*(?:mon|tue|wed|thu|fri|sat|sun|week|day|of (?:the|each|every)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))";
    private static final int LOOSE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Recognised by their digits. */
    private static final List<Pattern> NUMBERED = List.of(
            // 123 Main Street; 123-B N. 5th Ave; N6820 Oak Lane
            loose(
                    "(?:\\b\\d{1,6}(?:\\s?[-/]\\s?(?:\\d{1,6}|[a-z]\\b))?(?:\\s?½)?\\s?[a-z]?|\\b[nsew]\\d{2,5}(?:\\s?[nsew]\\d{2,5})?)"
                            + "(?:[\\s,]{1,3}[\\p{L}\\d.'’-]{1,30}){1,4}?[\\s,]{1,3}" + PREPOSITION + STREET + "\\b\\.?"
                            + "(?:\\s(?:[nsew]|ne|nw|se|sw)\\b)?"),
            loose("\\b\\d{1,6}\\s(?:broadway|calle\\s[\\p{L}.]+)\\b"),
            loose("\\b(?:[nsew]\\.?|north|south|east|west)?\\s?" + ORDINAL + "\\s+" + STREET + "\\b\\.?"),
            loose(
                    "\\b(?:calle|avenida|carrera|paseo|camino)\\s(?:[\\p{L}.'-]{1,30}\\s){0,3}(?:#|n[oº]\\.?\\s?|n[uú]m\\.?\\s?)?\\d{1,5}\\b"),
            loose(
                    "\\b(?:highway|hwy|route|rte|(?:county|state)\\s(?:road|rd|highway|hwy)|co\\.?\\s?rd|cth|sth)\\.?\\s?#?\\d{1,4}\\b"),
            loose("\\b(?:p\\.?\\s?o\\.?\\s?box|post\\soffice\\sbox|apartado(?:\\spostal)?|box)\\s?#?\\s?\\d{1,6}\\b"),
            loose("\\b(?:apt|apartment|suite|ste|unit|room|rm)\\b\\.?\\s?#?\\s?\\d{1,5}[a-z]?\\b"),
            loose("\\b" + ORDINAL + "\\s?(?:and|&|/|y)\\s?(?:" + ORDINAL + "\\b" + NOT_A_DAY + "|" + NOT_A_DAY
                    + "(?-i:\\p{Lu})\\p{L}{2,20}\\b)"),
            loose("\\b\\d{1,3}\\s(?:city\\s)?blocks?\\s(?:from|north|south|east|west|of)\\b[^.;\\n]{0,60}"),
            Pattern.compile(
                    "\\b(?:A[KLRZSA]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]"
                            + "|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])\\.?,?\\s{1,3}\\d{5}(?:-\\d{4})?\\b"),
            Pattern.compile(
                    "\\b(?!Text|Txt|Call|Code|Dial|Sms|To|At)\\p{Lu}\\p{Ll}+\\.?,?\\s\\d{5}(?:-\\d{4})?\\b(?!-)"),
            loose("\\b(?:zip|zip\\s?code|postal\\s?code|postcode)\\s?(?:is|:|=)?\\s?\\d{5}(?:-\\d{4})?\\b"),
            Pattern.compile("(?<![\\d-])\\d{5}-\\d{4}(?![\\d-])"),
            // 44.97, -93.26; 44.97° N 93.26° W; 44°58'40"N
            loose(
                    "(?<![\\d.])[-+]?\\d{1,3}\\.\\d{2,}\\s?°?\\s?[ns]?\\s?(?:[,;/]|\\s|%2c)\\s?[-+]?\\d{1,3}\\.\\d{2,}\\s?°?\\s?[ew]?\\b"),
            loose(
                    "\\b\\d{1,3}\\s?°\\s?\\d{1,2}(?:\\.\\d+)?\\s?['′’](?:\\s?\\d{1,2}(?:\\.\\d+)?\\s?[\"″”])?\\s?[nsew]?"),
            loose("\\b(?:latitude|longitude|lat|lon|lng|long)\\b\\.?\\s?[:=]?\\s?[-+]?\\d{1,3}\\.\\d+"),
            Pattern.compile("\\b[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}\\b"));

    /** Recognised by their words. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile(
                    "(?:\\b\\p{Lu}[\\p{L}.'’-]{0,30}\\s){1,3}(?:Street|Avenue|Boulevard|Blvd|Road|Parkway|Pkwy|Highway|Ave|Rd|Hwy)\\b\\.?"),
            loose("\\b(?:on|at|off|along)\\s(?:[\\p{L}.'’-]{1,30}\\s){1,2}" + PREPOSITION
                    + "(?:street|avenue|ave|boulevard|blvd|road|rd|lane|ln|drive|parkway|pkwy|highway|hwy)\\b\\.?"),
            loose("\\b(?:corner|intersection|esquina)\\s(?:of|de)\\b[^.;\\n]{0,60}"),
            loose(
                    "\\b(?:next\\s(?:door\\s)?to|across\\s(?:the\\sstreet\\s)?from|adjacent\\sto|opposite|behind)\\s(?:the\\s)?"
                            + "(?-i:\\p{Lu})[^.;\\n]{0,60}"),
            loose("///[\\p{L}]+\\.[\\p{L}]+\\.[\\p{L}]+"));

    private static final Pattern LINK = loose("\\b(?:https?://|www\\.|geo:)[^\\s<>\"]+");
    private static final Pattern MAP_LINK =
            loose("(?:^|[/.])maps?[./]|/maps\\b|goo\\.gl|openstreetmap|osm\\.org|what3words|w3w\\.co"
                    + "|waze\\.com|mapquest|bing\\.com/maps|^geo:|plus\\.codes");

    private static final Pattern TYPE = loose("[\\s,]+" + STREET + "\\b\\.?.*$");
    private static final Pattern DIRECTION = loose("^(?:[nsew]\\.?|ne|nw|se|sw|north|south|east|west)\\s+");

    private StreetText() {}

    /** The text with everything cut that tells where a place is. */
    static String withhold(String text) {
        return cut(cut(cutLinks(readable(text)), NUMBERED), NAMED, text);
    }

    /** The name with everything cut that can be told from a name by its digits; "Hope Street" may be just a name. */
    static String withholdInName(String name) {
        return cut(readable(name), NUMBERED, name);
    }

    /** The bare name of a street: {@code Quillback} of {@code N. Quillback Street}. */
    static String withoutStreetType(String street) {
        return DIRECTION
                .matcher(TYPE.matcher(street.strip()).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /** Whether a web address leads to a point on a map, or spells a street. */
    static boolean isMapLink(String url) {
        var decoded = decode(url);
        return MAP_LINK.matcher(url).find() || !cut(decoded, NUMBERED).equals(decoded);
    }

    private static String cutLinks(String text) {
        return LINK.matcher(text)
                .replaceAll(link -> isMapLink(link.group()) ? "[address withheld]" : quoted(link.group()));
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    /** The cut text; the original, to the character, when nothing had to be cut. */
    private static String cut(String readable, List<Pattern> patterns, String original) {
        var cut = cut(readable, patterns);
        return cut.equals(readable(original)) ? original : cut;
    }

    private static String cut(String text, List<Pattern> patterns) {
        var left = text;
        for (var pattern : patterns) {
            left = pattern.matcher(left).replaceAll(quoted(WITHHELD));
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
        return Pattern.compile(pattern, LOOSE);
    }
}

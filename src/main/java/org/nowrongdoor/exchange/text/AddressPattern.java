package org.nowrongdoor.exchange.text;

import java.util.List;
import java.util.regex.Pattern;

/** One way in which a text tells where a place is.
 *  @param words of which one must stand in the text in small letters, before it is worth a closer look; any when empty */
record AddressPattern(Pattern pattern, List<String> words) {

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

    /** Not even the name of an organisation says that. */
    static final AddressPattern CORNER = new AddressPattern(
            loose("\\b(?:corner|intersection|esquina)\\s(?:of|de)\\b[^.;\\n]{0,60}"),
            List.of("corner", "intersection", "esquina"));

    /** Recognised by their digits. */
    static final List<AddressPattern> NUMBERED = List.of(
            // 123 Main Street; 123-B N. 5th Ave; N6820 Oak Lane
            new AddressPattern(
                    loose(
                            "(?:\\b\\d{1,6}(?:\\s?[-/]\\s?(?:\\d{1,6}|[a-z]\\b))?(?:\\s?½|\\s\\d/\\d)?\\s?[a-z]?|\\b[nsew]\\d{2,5}(?:\\s?[nsew]\\d{2,5})?)"
                                    + "(?:[\\s,]{1,3}[\\p{L}\\d.'’-]{1,30}){1,4}?[\\s,]{1,3}" + PREPOSITION + STREET
                                    + "\\b\\.?"
                                    + "(?:\\s(?:[nsew]|ne|nw|se|sw)\\b)?"),
                    List.of()),
            new AddressPattern(loose("\\b\\d{1,6}\\s(?:broadway|calle\\s[\\p{L}.]+)\\b"), List.of("broadway", "calle")),
            new AddressPattern(
                    loose("\\b(?:[nsew]\\.?|north|south|east|west)?\\s?" + ORDINAL + "\\s+" + STREET + "\\b\\.?"),
                    List.of("st", "nd", "rd", "th")),
            new AddressPattern(
                    loose(
                            "\\b(?:calle|avenida|carrera|paseo|camino)\\s(?:[\\p{L}.'-]{1,30}\\s){0,3}(?:#|n[oº]\\.?\\s?|n[uú]m\\.?\\s?)?\\d{1,5}\\b"),
                    List.of("calle", "avenida", "carrera", "paseo", "camino")),
            new AddressPattern(
                    loose(
                            "\\b(?:highway|hwy|route|rte|(?:county|state)\\s(?:road|rd|highway|hwy)|co\\.?\\s?rd|cth|sth)\\.?\\s?#?\\d{1,4}\\b"
                                    + "(?:\\s?(?:&|and|/|@|at)\\s?(?-i:\\p{Lu})[\\p{L}.'’-]{1,30})?"),
                    List.of("highway", "hwy", "route", "rte", "road", "rd", "cth", "sth")),
            new AddressPattern(
                    loose(
                            "\\b(?:p\\.?\\s?o\\.?\\s?box|post\\soffice\\sbox|apartado(?:\\spostal)?|box)\\s?#?\\s?(?:[a-z]-?)?\\d{1,6}\\b"),
                    List.of("box", "apartado")),
            new AddressPattern(
                    loose("\\b(?:apt|apartment|suite|ste|unit|room|rm)\\b\\.?\\s?#?\\s?\\d{1,5}[a-z]?\\b"),
                    List.of("apt", "apartment", "suite", "ste", "unit", "room", "rm")),
            new AddressPattern(
                    loose("\\b" + ORDINAL + "\\s?(?:and|&|/|y)\\s?(?:" + ORDINAL + "\\b" + NOT_A_DAY + "|" + NOT_A_DAY
                            + "(?-i:\\p{Lu})\\p{L}{2,20}\\b)"),
                    List.of("st", "nd", "rd", "th")),
            new AddressPattern(
                    loose("\\b\\d{1,3}\\s(?:city\\s)?blocks?\\s(?:from|north|south|east|west|of)\\b[^.;\\n]{0,60}"),
                    List.of("block")),
            new AddressPattern(
                    Pattern.compile(
                            "\\b(?:A[KLRZSA]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]"
                                    + "|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])\\.?,?\\s{1,3}\\d{5}(?:-\\d{4})?\\b"),
                    List.of()),
            new AddressPattern(
                    Pattern.compile(
                            "\\b(?!Text|Txt|Call|Code|Dial|Sms|To|At)\\p{Lu}\\p{Ll}+\\.?,?\\s\\d{5}(?:-\\d{4})?\\b(?!-)"),
                    List.of()),
            new AddressPattern(
                    loose("\\b(?:zip|zip\\s?code|postal\\s?code|postcode)\\s?(?:is|:|=)?\\s?\\d{5}(?:-\\d{4})?\\b"),
                    List.of("zip", "post")),
            new AddressPattern(Pattern.compile("(?<![\\d-])\\d{5}-\\d{4}(?![\\d-])"), List.of("-")),

            // 44.97, -93.26; 44.97° N 93.26° W; 44°58'40"N
            new AddressPattern(
                    loose(
                            "(?<![\\d.])[-+]?\\d{1,3}\\.\\d{2,}\\s?°?\\s?[ns]?\\s?(?:[,;/]|\\s|%2c)\\s?[-+]?\\d{1,3}\\.\\d{2,}\\s?°?\\s?[ew]?\\b"),
                    List.of(".")),
            new AddressPattern(
                    loose(
                            "\\b\\d{1,3}\\s?°\\s?\\d{1,2}(?:\\.\\d+)?\\s?['′’](?:\\s?\\d{1,2}(?:\\.\\d+)?\\s?[\"″”])?\\s?[nsew]?"),
                    List.of("°")),
            new AddressPattern(
                    loose("\\b(?:latitude|longitude|lat|lon|lng|long)\\b\\.?\\s?[:=]?\\s?[-+]?\\d{1,3}\\.\\d+"),
                    List.of("lat", "lon", "lng")),
            new AddressPattern(
                    Pattern.compile("\\b[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}\\b"), List.of("+")));

    /** Recognised by their words. */
    static final List<AddressPattern> NAMED = List.of(
            new AddressPattern(
                    Pattern.compile(
                            "(?:\\b\\p{Lu}[\\p{L}.'’-]{0,30}\\s){1,3}(?:Street|Avenue|Boulevard|Blvd|Road|Parkway|Pkwy|Highway|Ave|Rd|Hwy)\\b\\.?"),
                    List.of(
                            "street",
                            "avenue",
                            "boulevard",
                            "blvd",
                            "road",
                            "parkway",
                            "pkwy",
                            "highway",
                            "ave",
                            "rd",
                            "hwy")),
            new AddressPattern(
                    loose(
                            "\\b(?:on|at|off|along)\\s(?:[\\p{L}.'’-]{1,30}\\s){1,2}" + PREPOSITION
                                    + "(?:street|avenue|ave|boulevard|blvd|road|rd|lane|ln|drive|parkway|pkwy|highway|hwy)\\b\\.?"),
                    List.of(
                            "street",
                            "avenue",
                            "ave",
                            "boulevard",
                            "blvd",
                            "road",
                            "rd",
                            "lane",
                            "ln",
                            "drive",
                            "parkway",
                            "pkwy",
                            "highway",
                            "hwy")),
            CORNER,
            new AddressPattern(
                    loose(
                            "\\b(?:next\\s(?:door\\s)?to|across\\s(?:the\\sstreet\\s)?from|adjacent\\sto|opposite|behind)\\s(?:the\\s)?(?!bars\\b)"
                                    + "(?-i:\\p{Lu})[^.;\\n]{0,60}"),
                    List.of("next", "across", "adjacent", "opposite", "behind")),
            new AddressPattern(loose("///[\\p{L}]+\\.[\\p{L}]+\\.[\\p{L}]+"), List.of("///")));

    /** What kind of street stands at the end of its name. */
    static final Pattern TYPE = loose("[\\s,]+" + STREET + "\\b\\.?.*$");

    /** Which end of the street stands at the beginning. */
    static final Pattern DIRECTION = loose("^(?:[nsew]\\.?|ne|nw|se|sw|north|south|east|west)\\s+");

    boolean mayBeIn(String smallLetters) {
        return words.isEmpty() || words.stream().anyMatch(smallLetters::contains);
    }

    private static Pattern loose(String pattern) {
        return Pattern.compile(pattern, LOOSE);
    }
}

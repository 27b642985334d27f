package org.nowrongdoor.exchange.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses that no word for a street gives away: a number with a name ({@code 850 Bryant}), a crossing ({@code Third
 *  & Market}), a grid ({@code N6W23001}), a kilometre of a road, a quarter of Puerto Rico.
 *  @see "USPS Publication 28, Postal Addressing Standards, appendix C1 (suffixes) and section 29 (Puerto Rico)" */
final class UnmarkedAddressDetector {

    private static final String NUMBER = "\\d{1,5}(?:[-/](?:\\d{1,5}|[A-Za-z]\\b))?(?:\\s\\d/\\d)?[A-Za-z]?";
    private static final String TOLD_WHERE = "(?i:(?:come|go|walk|drive|ring|knock|meet)(?:\\sus)?\\s(?:to|at|by|on)"
            + "|(?:we|i)\\s(?:are|am|live)\\s(?:at|in|on)|located\\s(?:at|in|on)"
            + "|(?:address|location|direcci[oó]n)(?:\\sis|:)"
            + "|(?:venga|vaya|vengan)\\sa|(?:estamos|queda)\\sen)";
    private static final String DIRECTION =
            "(?:[NSEWnsew]\\.?|N\\.?E\\.?|N\\.?W\\.?|S\\.?E\\.?|S\\.?W\\.?|(?i:north|south|east|west)(?i:east|west)?)";
    private static final String NAME = "[ʻ‘'’`]?\\p{Lu}[\\p{L}.'’ʻ-]*";
    // Every suffix of USPS Publication 28, spelled out.
    private static final String SUFFIX =
            "(?:alley|annex|arcade|avenue|bayou|beach|bend|bluffs?|bottom|boulevard|branch|bridge|brooks?|bypass|camp"
                    + "|canyon|cape|causeway|centers?|circles?|cliffs?|club|commons?|corners?|course|courts?|coves?|creek"
                    + "|crescent|crest|crossing|crossroads?|curve|dale|dam|divide|drives?|estates?|expressway|extensions?|falls?"
                    + "|ferry|fields?|flats?|fords?|forest|forges?|forks?|fort|freeway|gardens?|gateway|glens?|greens?|groves?"
                    + "|harbors?|haven|heights|highway|hills?|hollow|inlet|islands?|isles?|junctions?|keys?|knolls?|lakes?|land"
                    + "|landing|lane|lights?|loaf|locks?|lodge|loop|mall|manors?|meadows?|mews|mills?|mission|motorway|mount"
                    + "|mountains?|neck|orchard|oval|overpass|parks?|parkways?|pass|passage|path|pike|pines?|place|plains?|plaza"
                    + "|points?|pointe|ports?|prairie|radial|ramp|ranch|rapids?|rest|ridges?|river|roads?|route|row|rue|run"
                    + "|shoals?|shores?|skyway|springs?|spurs?|squares?|station|stravenue|stream|streets?|summit|terrace"
                    + "|throughway|trace|track|trafficway|trail|trailer|tunnel|turnpike|underpass|unions?|valleys?|viaduct"
                    + "|views?|villages?|ville|vista|walks?|walls?|ways?|wells?"
                    + ")";
    private static final String SPELLED_ORDINAL =
            "(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth"
                    + "|Sixteenth|Seventeenth|Eighteenth|Nineteenth|Twentieth|(?:Twenty|Thirty|Forty)-\\p{L}{5,8})";
    private static final String SPELLED_NUMBER =
            "(?i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen"
                    + "|Eighteen|Nineteen|(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:[- ]\\p{L}{3,5})?"
                    + ")(?:\\s(?i:Hundred)(?:\\s(?i:and\\s)?(?i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve))?)?";
    private static final String DAY_OR_MONTH =
            "(?:(?:Mon|Tues?|Wed|Wednes|Thu|Thurs?|Fri|Sat|Satur|Sun)(?:days?)?|Jan|January|Feb|February|Mar|March|Apr|April|May|June?"
                    + "|July?|Aug|August|Sept?|September|Oct|October|Nov|November|Dec|December|Lunes|Martes|Miércoles|Jueves|Viernes"
                    + "|Sábados?|Domingos?|Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre)\\b";
    // What a number counts or names, where a sentence is written with capitals.
    private static final String NO_STREET = "(?:" + DAY_OR_MONTH
            + "|(?:Hour|Hr|Minute|Day|Week|Month|Year|Night|Bed|Step|Stage|Phase|Person|Kid|Teen|Adult|Senior|Veteran|Student|Client"
            + "|Survivor|Member|Volunteer|Meal|Room|Unit|Shelter|Program|Session|Group|Language|Mile|Block|Dollar|Point|Number"
            + "|Line|Option|Condom|Visit|Hora|Día|Dia|Semana|Mes|Año|Noche|Cama|Persona|Mujer|Hombre|Niñ[oa]|Joven|Visita)(?:e?s)?\\b"
            + "|(?:People|Women|Woman|Men|Man|Family|Families|Child|Children|Youths?|Staff|Class|Classes|County|Counties|City|Cities"
            + "|Percent|Federal|FPL|Poverty|Spanish|English|Lifeline|Hotline|Helpline|Suicide|Crisis|Emergency|CFR|US|USC|Stat|KM|AM|PM"
            + "|EST|CST|MST|PST|ET|CT|MT|PT|And|Or|The|To|Call|Text|Press|Ext|Free|Up|If|We|You|Please|Ask|Open|Closed|For|In|On|At"
            + "|By|With|No|Not|Annual|Report|Budget|Census|Act|Degrees|Reasons|Ways|Things|Questions|Llame|Jóvenes|Meses)\\b)";
    private static final String COUNTED =
            "(?:(?:hour|hr|minute|min|day|week|month|year|night|bed|step|stage|phase|person|people|women|men"
                    + "|families|family|child|children|kid|teen|adult|senior|youth|mile|km|block|meal|room|unit|session|group|class|language|percent"
                    + "|dollar|number|hot|free|different|other|more|of|or|and|to|hora|d\u00eda|semana|mes|a\u00f1o|noche|cama|persona)(?:e?s)?\\b)";
    // Numbers that are dialled; what stands before other numbers that are none of a house.
    // What follows is looked at first: a glance back over these words is dear at every digit of a long text.
    private static final String NOT_COUNTED =
            "\\b(?=\\d[\\w/-]{0,12}(?:\\s\\d/\\d[A-Za-z]?)?,?\\s[\\p{L}ʻ‘'’`.-])(?<![\\d$#.,/-])(?<!\\d:)(?<!\\b(?i:section|title|chapter|step|level|tier|phase|article|form|ages?"
                    + "|grades?|call|text|txt|dial|press|option|ext|code|part|act|bill|case|since|year|version|law|rule)\\.?\\s)"
                    + "(?<!\\b(?i:text|txt|send|sms)\\s[\\p{L}\"\u201c\u201d']{1,12}\\sto\\s)(?!(?:[2-9]11|988)\\b)";

    private static final List<Pattern> WITH_DIGITS = List.of(
            loose(
                    "\\b(?:km|kil[oó]metro|carr(?:etera)?\\.?|mile\\s?(?:marker|post)|mm|exit|salida)\\s?#?\\d{1,3}(?:\\.\\d+)?\\b"),
            Pattern.compile("\\b(?:Ave?\\.?|Avda\\.?|Calle|Carr\\.?|Camino|Paseo)\\s(?:(?:de|del|la|las|los|" + NAME
                    + ")\\s){1,4}#?\\d{1,5}\\b"),
            Pattern.compile("\\b(?:CR|SR|CSAH|FM|CTH|STH)[- ]\\d{1,4}\\b"),
            // 410 E 5th, before a name is looked for: E is one
            Pattern.compile("\\b" + NUMBER + "\\s" + DIRECTION + "\\s\\d{1,3}(?:st|nd|rd|th)\\b"),
            // 4 4 1 1 Larkfen
            Pattern.compile("\\b\\d(?:\\s\\d){2,4}\\s(?!" + NO_STREET + ")" + NAME + "(?:\\s(?!" + NO_STREET + ")"
                    + NAME + "){0,2}"),
            // the 4400 block of Larkfen; Larkfen Mobile Park, lot 9
            loose("\\b\\d{1,5}\\s(?:hundred\\s)?block\\s(?:of|on)\\b[^.;\\n]{0,40}"),
            Pattern.compile(
                    "\\b(?:" + NAME
                            + "\\s){1,3}(?:Mobile|Trailer|RV|Manufactured)\\s(?:Homes?\\s)?(?:Park|Court|Estates|Village|Community)\\b"),
            loose("\\b(?:lot|space|spc\\.?|trailer|slip)\\s#?\\d{1,4}[a-z]?\\b"),
            // 1121 Mission; 474 Valencia, # 235; 410 E 5th; 1420 ʻAiea Heights
            Pattern.compile(NOT_COUNTED + "\\b" + NUMBER
                    + ",?\\s(?!(?:[\\p{L}.'\u2019-]+\\s){0,3}(?i:counties|cities|states|towns)\\b)(?:" + DIRECTION
                    + "\\s)?(?!" + NO_STREET + ")" + NAME
                    + "(?:\\s(?!" + NO_STREET + ")" + NAME + "){0,3}"
                    + "(?:,?\\s(?:#\\s?\\d{1,5}[A-Za-z]?|\\d{1,3}(?:st|nd|rd|th)\\s[Ff]loor|[Ff]l\\.?\\s?\\d+))?"),
            // 1234 E 5600 S
            Pattern.compile("\\b\\d{1,5}\\s" + DIRECTION + ",?\\s\\d{1,5}\\s" + DIRECTION + "(?![\\p{L}\\d])"),
            // N6W23001
            Pattern.compile("(?<!-)\\b[NSEWnsew]\\d{1,3}\\s?[NSEWnsew]\\d{3,6}\\b(?!-)(?:\\s(?!" + NO_STREET + ")"
                    + NAME + "){0,2}"),
            // 77 cottonwood spur
            loose(NOT_COUNTED + "\\b" + NUMBER + ",?\\s(?!" + COUNTED + ")(?:[\\p{L}.'\u2019-]{2,20}\\s){1,2}" + SUFFIX
                    + "\\b(?!\\s(?:from|of|to))"),
            // Come to 1313 mockingbird; a line of that alone
            Pattern.compile("(?:(?=\\d)(?<=\\s)(?<=" + TOLD_WHERE
                    + "\\s)|^\\s{0,4}(?=\\d{3}))(?!(?:[2-9]11|988)\\b)\\d{2,5}[a-z]?\\s(?!(?:"
                    + COUNTED + "|noon\\b|midnight\\b))(?!\\p{Ll}*s\\b)\\p{Ll}{3,20}"
                    + "(?=\\s*(?:$|[,.;(])|\\s(?:and|please|y)\\b)"),
            // Cottonwood Spur 77
            Pattern.compile("\\b(?=\\p{Lu})(?!" + NO_STREET + ")(?:" + NAME + "\\s){1,2}(?i:" + SUFFIX
                    + ")\\s(?:#|[Nn]o\\.?\\s?)?\\d{1,5}\\b"
                    + "(?!\\s?(?:%|hours?|days?|beds?|people|women|men|[ap]\\.?m))"),
            // 811 River Bluff, but no number that is dialled
            Pattern.compile("\\b[2-9]11\\s(?:" + NAME + "\\s){1,3}(?i:" + SUFFIX + ")\\b"),
            loose(
                    "\\b(?:house|casa|building|bldg)\\.?\\s(?:number\\s|no\\.?\\s|#)?\\d{1,5}\\son\\s[\\p{L}.'\u2019-]{2,20}(?:\\s"
                            + SUFFIX + ")?\\b"),
            loose("\\bPR-\\d{1,4}\\b"),
            loose("\\b(?:off|on|along|near|by)\\s(?:the\\s)?(?:I|US|SR|CR|TH|FM|SH)[- ]\\d{1,4}\\b"),
            loose(
                    "\\b(?:barrio|bo\\.|urb(?:anizaci[oó]n|\\.)|residencial|res\\.|condominio|cond\\.|edif(?:icio|\\.)|sector|parcelas?"
                            + "|parc\\.|reparto|manzana|bloque|blq\\.?|lote|solar|casa)\\s(?:[\\p{L}.'’-]{1,20}\\s){0,4}#?[A-Z]?-?\\d{1,5}\\b"),
            loose(
                    "(?=#)(?<!\\b(?:press|option|ext|extension|dial|call|text|code|line|group|step|rule|priority|number)\\.?\\s)(?<![\\w#])#\\s?\\d{1,5}[a-z]?\\b"),
            loose(
                    "(?=No)(?<!\\b(?:form|bill|case|law|docket|file|act|room|tax|phone|fax|rule)\\s)\\bNo\\.\\s?\\d{1,5}[a-z]?\\b"));

    // One of these stands in a text before it is worth a closer look.
    private static final List<String> NUMBERS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "fifty");
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "teenth",
            "twentieth",
            "twenty-",
            "thirty-",
            "forty-");
    private static final List<String> CROSSED = List.of("&", "/", "@");
    private static final List<String> QUARTERS = List.of("urb.", "bo.", "cond.", "res.", "parc.", "edif.", "ext.");

    private static final List<AddressPattern> IN_WORDS = List.of(
            // One Market Plaza; Twelve Oak Lane
            new AddressPattern(
                    Pattern.compile("\\b" + SPELLED_NUMBER + "\\s(?:" + NAME + "\\s){1,3}?(?i:" + SUFFIX
                            + "|st|ave|blvd|rd|pkwy|ln|dr|ct|pl|sq|hwy)\\b\\.?"),
                    NUMBERS),
            // Third & Market; Market at Third
            new AddressPattern(
                    Pattern.compile("\\b" + SPELLED_ORDINAL + "\\s?(?:&|and|y|at|/|@)\\s?(?!" + NO_STREET + "|Last)(?>"
                            + SPELLED_ORDINAL + "|\\d{1,3}(?:st|nd|rd|th)|" + NAME + ")(?!\\s(?:" + DAY_OR_MONTH
                            + "|[Gg]rade|[Ww]eek|[Dd]ay))"),
                    ORDINALS),
            new AddressPattern(
                    Pattern.compile(
                            "\\b(?=\\p{Lu})(?!" + NO_STREET + ")" + NAME + "\\s?(?:&|and|at|/|@)\\s?" + SPELLED_ORDINAL
                                    + "\\b(?!\\s(?:" + DAY_OR_MONTH + "|[Gg]rade|[Ww]eek|[Dd]ay|[Aa]mendment))"),
                    ORDINALS),
            new AddressPattern(
                    Pattern.compile(
                            "\\b(?:[Aa]t|[Nn]ear|[Cc]ome to|[Gg]o to|[Bb]y|[Ll]ocated at|[Cc]ross streets:?|[Ii]ntersection:?|[Ll]ocation:|[Aa]ddress:?"
                                    + "|[Dd]irecci[oó]n:?)\\s(?!" + NO_STREET + ")"
                                    + NAME + "\\s?(?:&|/|@)\\s?" + NAME),
                    CROSSED),
            // Lyndale/Lake, and nothing else
            new AddressPattern(
                    Pattern.compile("^(?=.*\\p{Ll})(?!(?:" + NO_STREET
                            + "|He|She|They|Housing|Food|Legal|Health|Safety|Intake|Referral|Advocacy|French"
                            + "|Somali|Hmong|Arabic|Russian|Chinese|Vietnamese|Karen|Oromo|Amharic|ASL|LGBT|HIV|DV|SA|Sexual|Domestic"
                            + "|Counseling|Education|Support|Mental|Drop|Walk|Case|Basic|Emergency|Transitional))"
                            + NAME + "(?:\\s" + NAME + ")?\\s?[/@]\\s?(?!" + NO_STREET
                            + "|Her|Him|Them|English|Spanish|Referral|Counseling)"
                            + NAME + "(?:\\s" + NAME + ")?$"),
                    CROSSED),
            // Larkfen & 31st
            new AddressPattern(
                    Pattern.compile("\\b(?=\\p{Lu})(?!" + NO_STREET + ")" + NAME
                            + "\\s?(?:&|and|/|@)\\s?\\d{1,3}(?:st|nd|rd|th)\\b(?!\\s(?:" + DAY_OR_MONTH
                            + "|[Ff]loor|[Gg]rade|[Ww]eek|[Dd]ay|[Pp]arty|[Aa]mendment|[Cc]hance|[Ss]hift|[Tt]ime))"),
                    List.of("1st", "2nd", "3rd", "th")),
            // Urb. Las Lomas
            new AddressPattern(
                    Pattern.compile("\\b(?:Urb|Bo|Cond|Res|Parc|Edif|Ext)\\.\\s" + NAME + "(?:\\s(?:de|del|la|las|los|"
                            + NAME + ")){0,3}"),
                    QUARTERS));

    // In the name of an organisation a number may be part of it; behind one of these it is where it is.
    private static final Pattern PLACED = Pattern.compile("(?:\\b(?i:at|near)\\s|@\\s?|,\\s|\\s[-–—]\\s|[(])(?="
            + NUMBER + "\\s(?:" + DIRECTION + "\\s)?" + NAME + ")");

    // Two pieces that were cut side by side, or a number before one, are one address; a name behind them is the rest of
    // it.
    private static final Pattern PIECES = Pattern.compile(
            "(?:(?<![\\d.,#/-])(?!(?:[2-9]11|988)\\b)\\b\\d{1,5}[A-Za-z]?[\\s,]{1,2}\\[address withheld]"
                    + "|\\[address withheld](?=[\\s,]{1,3}\\[))(?:[\\s,]{1,3}\\[address withheld])*(?:\\s(?!"
                    + NO_STREET + ")" + NAME + ")?");

    private UnmarkedAddressDetector() {}

    /** The text with these addresses replaced. */
    static String withhold(String text, String mark) {
        var left = text;
        if (text.chars().anyMatch(Character::isDigit)) {
            left = cut(left, WITH_DIGITS, mark);
        }
        var small = text.toLowerCase(Locale.ROOT);
        for (var pattern : IN_WORDS) {
            if (pattern.mayBeIn(small)) {
                left = pattern.pattern().matcher(left).replaceAll(Matcher.quoteReplacement(mark));
            }
        }
        return PIECES.matcher(left).replaceAll(Matcher.quoteReplacement(mark));
    }

    /** The name of an organisation with them replaced where they stand behind what is a name. */
    static String withholdInName(String name, String mark) {
        var placed = PLACED.matcher(name);
        return placed.find() ? name.substring(0, placed.end()) + withhold(name.substring(placed.end()), mark) : name;
    }

    private static String cut(String text, List<Pattern> patterns, String mark) {
        var left = text;
        for (var pattern : patterns) {
            left = pattern.matcher(left).replaceAll(Matcher.quoteReplacement(mark));
        }
        return left;
    }

    private static Pattern loose(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}

package org.nowrongdoor.exchange.check;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nowrongdoor.exchange.row.FieldType;
import org.nowrongdoor.exchange.row.TextFormatChecker;
import org.nowrongdoor.taxonomy.language.Languages;

/** Texts of fixed formats: what is valid stays as it was written, what can be read is written so, all else is nothing. */
final class ShortTextReader {

    private static final Set<String> PHONE_TYPES =
            Set.of("text", "voice", "fax", "cell", "video", "pager", "textphone", "sms", "tty");
    private static final Map<String, String> OTHER_USES = new LinkedHashMap<>();

    static {
        OTHER_USES.put("fax", "fax");
        OTHER_USES.put("facsimile", "fax");
        OTHER_USES.put("facsímil", "fax");
        OTHER_USES.put("pager", "pager");
        OTHER_USES.put("beeper", "pager");
        OTHER_USES.put("buscapersonas", "pager");
        OTHER_USES.put("tty", "tty");
        OTHER_USES.put("tdd", "tty");
        OTHER_USES.put("sms", "sms");
        OTHER_USES.put("text", "text");
        OTHER_USES.put("video", "video");
    }

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    // What no single language is: several, none that is known, none at all, and signs of any kind.
    private static final Set<String> OTHER_LANGUAGES = Set.of("mul", "und", "mis", "zxx", "sgn");
    private static final Pattern STATE = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’-]{0,49}");
    private static final Pattern POSTAL_CODE = Pattern.compile("(?=.*\\d)[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?");
    // Language, script and region: variants and private use may spell anything.
    private static final Pattern TAG =
            Pattern.compile("[A-Za-z]{2,3}(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\\d{3}))?");
    private static final Set<String> MORE_SCRIPTS = Set.of("hans", "hant", "jpan", "kore");

    private ShortTextReader() {}

    /** The text as it is kept; empty when it cannot be read. */
    static Optional<String> read(FieldType type, String text) {
        var plain = text.strip();
        return switch (type) {
            case PHONE -> PhoneText.read(text).map(PhoneText::number);
            case PHONE_TYPE -> phoneType(plain);
            case LANGUAGE -> language(plain);
            case CURRENCY -> CURRENCIES.contains(plain.toUpperCase(Locale.ROOT)) ? Optional.of(plain) : sign(plain);
            case COUNTRY -> country(plain);
            case STATE ->
                Optional.of(plain).filter(state -> STATE.matcher(state).matches());
            case POSTAL_CODE -> postalCode(plain);
            case EMAIL -> fitting(type, plain.regionMatches(true, 0, "mailto:", 0, 7) ? plain.substring(7) : plain);
            case URL, URI -> fitting(type, plain.regionMatches(true, 0, "www.", 0, 4) ? "https://" + plain : plain);
            default -> fitting(type, text);
        };
    }

    private static Optional<String> fitting(FieldType type, String text) {
        return TextFormatChecker.fits(type, text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> phoneType(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return PHONE_TYPES.contains(small)
                ? Optional.of(small)
                : switch (small) {
                    case "phone", "telephone", "landline", "hotline", "toll-free", "toll free" -> Optional.of("voice");
                    case "mobile", "cellphone", "cell phone" -> Optional.of("cell");
                    case "tdd", "tty/tdd", "tdd/tty" -> Optional.of("tty");
                    default -> useIn(small);
                };
    }

    /** What a type in words says that no person answers: fax machine, beeper. */
    private static Optional<String> useIn(String small) {
        return OTHER_USES.entrySet().stream()
                .filter(use -> small.contains(use.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> language(String text) {
        var primary = text.split("[-_]", -1)[0].toLowerCase(Locale.ROOT);
        if (OTHER_LANGUAGES.contains(primary) && isTag(text)) {
            return Optional.of(text);
        }
        if (Languages.codeOf(text).isEmpty()) {
            return Optional.empty();
        }
        // A name is one of a list, whatever its case and accents; all else that reads is a tag of a few short parts.
        return text.chars().allMatch(c -> c < 0x80 && Character.isLetter(c)) || isTag(text)
                ? Optional.of(text)
                : Languages.codeOf(text);
    }

    private static boolean isTag(String text) {
        var tag = TAG.matcher(text);
        return tag.matches()
                && (tag.group(1) == null || isScript(tag.group(1)))
                && (tag.group(2) == null
                        || Character.isDigit(tag.group(2).charAt(0))
                        || COUNTRIES.contains(tag.group(2).toUpperCase(Locale.ROOT)));
    }

    private static boolean isScript(String code) {
        try {
            return MORE_SCRIPTS.contains(code.toLowerCase(Locale.ROOT)) || UnicodeScript.forName(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> sign(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "$", "us$", "dollar", "dollars", "us dollar", "us dollars" -> Optional.of("USD");
            case "€", "euro", "euros" -> Optional.of("EUR");
            case "£" -> Optional.of("GBP");
            default -> Optional.empty();
        };
    }

    private static Optional<String> country(String text) {
        var large = text.toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(large)) {
            return Optional.of(text);
        }
        if (large.equals("U.S.") || large.equals("U.S.A.") || large.equals("UNITED STATES OF AMERICA")) {
            return Optional.of("US");
        }
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> region(code).getISO3Country().equals(large)
                        || region(code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text))
                .findFirst();
    }

    private static Locale region(String code) {
        return new Locale.Builder().setRegion(code).build();
    }

    private static Optional<String> postalCode(String text) {
        var large = text.toUpperCase(Locale.ROOT);
        return Optional.of(POSTAL_CODE.matcher(text).matches() ? text : large)
                .filter(code -> POSTAL_CODE.matcher(code).matches());
    }
}

package org.nowrongdoor.exchange.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.PlainPhoneReader;

/** A telephone number as a person wrote it, read.
 *  @param number one number without an extension and without words
 *  @param extension that stood behind it */
public record PhoneText(String number, @Nullable String extension) {

    private static final String HOME = "US";
    private static final int MOST_CHARACTERS = 60;
    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:tel|sms|telephone|phone|ph|call|text|fax|voice|cell|mobile|tty|tdd|hotline|office|main)\\b\\s*[.:#]*\\s*)+(?=[+(\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*\\d\\)?)[\\s,;]*(?:extension|extn|ext|;ext=|x|#)[.:=]?\\s*(\\d{1,7})$", Pattern.CASE_INSENSITIVE);
    // Quotation marks stand around the numbers of the official examples.
    private static final Pattern DIGITS = Pattern.compile("[\"']?\\+?[\\d(][\\d ().·/-]*\\d\\)?[\"']?");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d(?:[- ]?\\d){2,5}");
    private static final Pattern TOLL_FREE_WORD = Pattern.compile(
            "(?:\\+?1[-. ]?)?\\(?8(?:00|33|44|55|66|77|88)\\)?[-. ]?(?=(?:[-.]?[A-Za-z0-9]){7,12}$)[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+){0,3}");
    private static final Pattern WORD =
            Pattern.compile("(?:\\+?1[-. ]?)?\\(?[2-9]\\d\\d\\)?[-. ][A-Za-z0-9]{3}[-. ]?[A-Za-z0-9]{4}");
    private static final Pattern SPELLED_OUT = Pattern.compile("^(.*[A-Za-z].*\\w)\\s*\\((\\d{3,7})\\)$");
    private static final int NATIONAL_DIGITS = 10;
    // Fewer are slips for digits.
    private static final int LEAST_LETTERS = 2;

    /** Reads a text that holds one number; empty when it holds none, several, or words as well. */
    public static Optional<PhoneText> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        if (isNumber(text)) {
            return Optional.of(new PhoneText(text, null));
        }
        var plain = plain(text);
        var extension = EXTENSION.matcher(plain);
        var number = extension.matches() ? extension.group(1).strip() : plain;
        return isNumber(number)
                ? Optional.of(new PhoneText(number, extension.matches() ? extension.group(2) : null))
                : Optional.empty();
    }

    /** The digits that are dialled, letters of a word turned into theirs. */
    public static String dialled(String number) {
        var plain = plain(number);
        if (plain.chars().noneMatch(Character::isLetter)) {
            return plain;
        }
        return dialledWord(plain);
    }

    /** Other digits, dashes and blanks folded, a label in front taken away, letters that stand for digits turned. */
    private static String plain(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Pd}\\u2212]", "-")
                .replaceAll("[\\p{Cf}]", "")
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(c -> folded.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        var plain = LABEL.matcher(folded.toString().strip()).replaceFirst("").replaceFirst("[\\s.,;]+$", "");
        if (plain.matches("[-+0-9OolI ().·/]*\\d[-+0-9OolI ().·/]*")) {
            plain = plain.replaceAll("[Oo]", "0").replaceAll("[lI]", "1");
        }
        var again = SPELLED_OUT.matcher(plain);
        if (again.matches()
                && PhoneKey.digits(PhoneNumberUtil.convertAlphaCharactersInNumber(again.group(1)))
                        .endsWith(again.group(2))) {
            plain = again.group(1).strip();
        }
        // How other countries begin an international call.
        return plain.replaceFirst("^00[-. ]?(?=[1-9])", "+");
    }

    private static boolean isNumber(String text) {
        if (SHORT_CODE.matcher(text).matches()) {
            return true;
        }
        if (DIGITS.matcher(text).matches()) {
            return !text.matches("[\"']?00.*") && isPossible(text);
        }
        return text.chars()
                                .filter(c -> Character.isLetter(c) && "OoIl".indexOf(c) < 0)
                                .count()
                        >= LEAST_LETTERS
                && (TOLL_FREE_WORD.matcher(text).matches() || WORD.matcher(text).matches())
                && isPossible(dialledWord(text));
    }

    private static String dialledWord(String text) {
        var digits = PhoneKey.digits(PhoneNumberUtil.convertAlphaCharactersInNumber(text));
        var national = digits.startsWith("1") ? digits.substring(1) : digits;
        return national.substring(0, Math.min(national.length(), NATIONAL_DIGITS));
    }

    private static boolean isPossible(String text) {
        if (PlainPhoneReader.national(text).isPresent()) {
            return true;
        }
        var util = PhoneNumberUtil.getInstance();
        try {
            return util.isPossibleNumber(util.parse(text.replaceAll("[\"']", ""), HOME));
        } catch (NumberParseException e) {
            return false;
        }
    }
}

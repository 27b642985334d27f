package org.nowrongdoor.directory.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.text.PlainPhoneReader;

/** The URI that a device dials or writes to.
 *  @see "RFC 3966, tel" @see "RFC 5724, sms" */
public final class PhoneUriFormatter {

    private static final String HOME = "US";
    private static final int NATIONAL_DIGITS = 10;
    private static final int MOST_CHARACTERS = 60;

    // What is called all over the country: 211, 988 and the like. Other short numbers are only written to.
    private static final Pattern CALLED = Pattern.compile("[2-9]11|988");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,6}");
    private static final Pattern SHORT = Pattern.compile("\\d(?:[- ]?\\d){2,5}");
    private static final Pattern ONE_NUMBER =
            Pattern.compile("[\"']?\\+?[(\\d][\\w ().,;:=#+/·'\"-]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern EXTENSION = Pattern.compile("\\d{1,9}");

    private PhoneUriFormatter() {}

    /** The URI of a number; empty where no person answers by voice or in writing, and where the number cannot be dialled.
     *  @param extension what is dialled after it */
    public static Optional<String> of(String number, @Nullable String extension, @Nullable String type) {
        var use = Phone.Use.of(type);
        if (!use.isAnswered()) {
            return Optional.empty();
        }
        var isText = use == Phone.Use.TEXT;
        var national = PlainPhoneReader.national(number);
        if (national.isPresent()) {
            return Optional.of(
                    isText ? "sms:+1" + national.get() : "tel:+1" + national.get() + extension(extension, ""));
        }
        var plain = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Pd}\\u2212]", "-")
                .strip();
        if (SHORT.matcher(plain).matches()) {
            var digits = plain.replaceAll("\\D", "");
            return isText
                    ? Optional.of("sms:" + digits)
                            .filter(uri -> SHORT_CODE.matcher(digits).matches())
                    : Optional.of("tel:" + digits)
                            .filter(uri -> CALLED.matcher(digits).matches());
        }
        return parsed(plain).map(parsed -> {
            var dialled = PhoneNumberUtil.getInstance().format(parsed, PhoneNumberFormat.E164);
            // No one writes to an extension.
            return isText ? "sms:" + dialled : "tel:" + dialled + extension(extension, parsed.getExtension());
        });
    }

    private static String extension(@Nullable String stated, String read) {
        var extension = stated != null ? stated : read;
        return EXTENSION.matcher(extension).matches() ? ";ext=" + extension : "";
    }

    private static Optional<PhoneNumber> parsed(String text) {
        if (text.length() > MOST_CHARACTERS || !ONE_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return parsed(text, false).or(() -> parsed(text, true));
    }

    /** @param isWord whether the number is a word longer than what is dialled of it, such as 1-800-CALL-FOR-HELP */
    private static Optional<PhoneNumber> parsed(String text, boolean isWord) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var parsed = util.parse(isWord ? dialled(text) : text, HOME);
            return util.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(parsed)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String dialled(String word) {
        if (word.chars().noneMatch(Character::isLetter)) {
            return word;
        }
        var digits = PhoneNumberUtil.convertAlphaCharactersInNumber(word).replaceAll("\\D", "");
        var national = digits.startsWith("1") ? digits.substring(1) : digits;
        return national.substring(0, Math.min(national.length(), NATIONAL_DIGITS));
    }
}

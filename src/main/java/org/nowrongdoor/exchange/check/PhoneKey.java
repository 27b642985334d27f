package org.nowrongdoor.exchange.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** What two ways of writing one telephone number have in common. */
final class PhoneKey {

    private static final String HOME = "US";

    private PhoneKey() {}

    /** The number in E.164; its bare digits where it is no number of any plan, such as a short code. */
    static String of(String number) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var parsed = util.parse(PhoneText.dialled(number), HOME);
            if (util.isPossibleNumber(parsed)) {
                return util.format(parsed, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // Not a number of any plan: the digits are all there is to compare.
        }
        return digits(PhoneText.dialled(number));
    }

    static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}

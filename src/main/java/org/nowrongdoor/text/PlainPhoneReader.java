package org.nowrongdoor.text;

import java.util.Optional;

/** Phone numbers as most are written, ten digits of one country, read without patterns. */
public final class PlainPhoneReader {

    private static final int NATIONAL_DIGITS = 10;
    private static final String BETWEEN = " -.()";

    private PlainPhoneReader() {}

    /** The ten digits of a number of the United States or its neighbours, with or without a 1 in front of them.
     *  @return empty for every number that is written in any other way, which says nothing of it */
    public static Optional<String> national(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (BETWEEN.indexOf(c) < 0 || (i == 0 && c != '(') || digits.length() > NATIONAL_DIGITS) {
                return Optional.empty();
            }
        }
        var isLong = digits.length() == NATIONAL_DIGITS + 1 && digits.charAt(0) == '1';
        var national = isLong ? digits.substring(1) : digits.toString();
        return national.length() == NATIONAL_DIGITS && national.charAt(0) > '1'
                ? Optional.of(national)
                : Optional.empty();
    }
}

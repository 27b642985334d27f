package org.nowrongdoor.http.parameter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.nowrongdoor.text.TextCleaner;

/** Whether bytes are text that can be kept: UTF-8, without half characters and without what steers the screen that shows it,
 *  escaped or not. */
public final class TextValidator {

    private TextValidator() {}

    /** What is wrong with a JSON text, as the end of "the body …"; empty when nothing is. */
    public static Optional<String> faultInJson(byte[] json) {
        CharSequence text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException e) {
            return Optional.of("is not valid UTF-8; send it in UTF-8");
        }
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '\\') {
                int point = Character.codePointAt(text, at);
                if (TextCleaner.isForbidden(point)) {
                    return Optional.of(fault(point, ""));
                }
                at += Character.charCount(point);
                continue;
            }
            int escaped = escaped(text, at);
            if (isHigh(escaped) && isLow(escaped(text, at + 6))) {
                int point = Character.toCodePoint((char) escaped, (char) escaped(text, at + 6));
                if (TextCleaner.isForbidden(point)) {
                    return Optional.of(fault(point, ", escaped"));
                }
                at += 12;
            } else if (isHigh(escaped) || isLow(escaped)) {
                return Optional.of("holds half a character (a lone \\ud800 to \\udfff); send whole characters");
            } else if (escaped >= 0 && TextCleaner.isForbidden(escaped)) {
                return Optional.of(fault(escaped, String.format(Locale.ROOT, " (\\u%04x)", escaped)));
            } else if (at + 1 < text.length() && "bf".indexOf(text.charAt(at + 1)) >= 0) {
                return Optional.of(fault(text.charAt(at + 1) == 'b' ? '\b' : '\f', ", escaped"));
            } else {
                at += 2;
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a parameter, as the end of a sentence that begins with its name. */
    static Optional<String> faultInParameter(String value) {
        int at = TextCleaner.findForbidden(value);
        return at < 0 ? Optional.empty() : Optional.of(fault(value.codePointAt(at), ""));
    }

    private static String fault(int point, String how) {
        var name = point == 0 ? "a NUL character" : "the control character " + TextCleaner.name(point);
        return "holds " + name + how + "; remove it";
    }

    /** The code unit that an escape at a place stands for, or -1 when no such escape is there. */
    private static int escaped(CharSequence text, int at) {
        if (at + 6 > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static boolean isHigh(int unit) {
        return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(int unit) {
        return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
    }
}

package org.nowrongdoor.http.parameter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether bytes are text that can be kept: UTF-8, without NUL and without half characters, escaped or not. */
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
            char c = text.charAt(at);
            if (c == 0) {
                return Optional.of("holds a NUL character; remove it");
            }
            if (c != '\\') {
                at++;
                continue;
            }
            int escaped = escaped(text, at);
            if (escaped == 0) {
                return Optional.of("holds a NUL character (\\u0000); remove it");
            }
            if (isHigh(escaped) && isLow(escaped(text, at + 6))) {
                at += 12;
            } else if (isHigh(escaped) || isLow(escaped)) {
                return Optional.of("holds half a character (a lone \\ud800 to \\udfff); send whole characters");
            } else {
                at += 2;
            }
        }
        return Optional.empty();
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

package org.nowrongdoor.exchange.correction;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nowrongdoor.access.caller.MasterKey;

/** Codes by which contributors take back what they have sent: told once, kept as keyed hashes. */
@Singleton
class WithdrawalCodes {

    // Crockford's alphabet: no letter that is taken for a digit.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    // 20 letters of 5 bits: 100 bits cannot be guessed, and can be copied by hand.
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int LONGEST = 60;
    private static final Pattern CODE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

    private final byte[] hashKey;
    private final SecureRandom random = new SecureRandom();

    WithdrawalCodes(MasterKey master) {
        hashKey = master.derive("correction-withdrawal");
    }

    String create() {
        var code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            if (place > 0 && place % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What is kept of a code, however it is written; empty when it cannot be one. */
    Optional<byte[]> digest(String said) {
        if (said.length() > LONGEST) {
            return Optional.empty();
        }
        var code = said.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return CODE.matcher(code).matches()
                ? Optional.of(MasterKey.hmac(hashKey, code.getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }
}

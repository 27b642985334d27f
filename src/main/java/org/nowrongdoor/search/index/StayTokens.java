package org.nowrongdoor.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.rule.FactCode;

/** Words by which services are found whose longest stay is long enough. A stay is written as a number of 12 bits, once for
 *  each of its beginnings; all longer ones are at most 12 such beginnings. */
public final class StayTokens {

    // 12 bits: up to 4,095 days, eleven years; a client who may stay longer may stay that long
    private static final int BITS = 12;
    private static final int MOST = (1 << BITS) - 1;
    private static final String CODE = FactCode.MAX_STAY_DAYS.code();

    private StayTokens() {}

    /** Whether a fact is a stay. */
    public static boolean isStay(String code) {
        return code.equals(CODE);
    }

    /** The words of a stated stay. One that is known from below alone is not told as known. */
    static List<String> of(JsonNode stated) {
        var tokens = new ArrayList<String>();
        if (!stated.isObject()) {
            tokens.add(CODE);
            tokens.add(CODE + '=' + stated.asText());
        }
        var days = days(stated);
        for (var bit = 0; bit <= BITS; bit++) {
            tokens.add(token(bit, days >> bit));
        }
        return tokens;
    }

    /** The words of which a service has one if people may stay that long.
     *  @param asked a number of days, or {@code no_limit} */
    public static List<String> reaching(String asked) {
        if (asked.equals(FactCode.NO_LIMIT)) {
            return List.of(CODE + '=' + asked);
        }
        var days = days(Double.parseDouble(asked));
        var longer = IntStream.range(0, BITS)
                .filter(bit -> ((days >> bit) & 1) == 0)
                .mapToObj(bit -> token(bit, (days >> bit) + 1));
        return Stream.concat(longer, Stream.of(token(0, days))).toList();
    }

    /** Whether a stay that is stated leaves open if people may stay that long. */
    public static boolean isOpen(JsonNode stated, String asked) {
        return stated.isObject() && (asked.equals(FactCode.NO_LIMIT) || days(stated) < days(Double.parseDouble(asked)));
    }

    private static int days(JsonNode stated) {
        if (FactCode.NO_LIMIT.equals(stated.textValue())) {
            return MOST;
        }
        return days((stated.isObject() ? stated.path(FactCode.AT_LEAST) : stated).doubleValue());
    }

    private static int days(double number) {
        return (int) Math.max(0, Math.min(MOST, Math.ceil(number)));
    }

    private static String token(int bit, int beginning) {
        return CODE + '^' + bit + ':' + beginning;
    }
}

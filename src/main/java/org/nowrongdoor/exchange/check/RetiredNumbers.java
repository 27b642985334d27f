package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;

/** The retired numbers as they stand, for the length of one edit or import. */
public final class RetiredNumbers {

    // 7: a local number without its area code; fewer digits are in every text.
    private static final int LEAST_DIGITS = 7;

    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> inText = new HashMap<>();

    public RetiredNumbers(List<RetiredNumber> numbers) {
        for (var number : numbers) {
            var key = PhoneKey.of(number.number());
            reasons.put(key, number.reason());
            var national = key.startsWith("+1") ? key.substring(2) : PhoneKey.digits(key);
            if (national.length() >= LEAST_DIGITS) {
                inText.put(national, number.reason());
            }
        }
    }

    /** Why a number may not be published. */
    Optional<String> reason(String number) {
        return reasons.isEmpty() ? Optional.empty() : Optional.ofNullable(reasons.get(PhoneKey.of(number)));
    }

    /** Finds retired numbers in the running text of a record. */
    void checkTexts(ObjectNode record, JsonPath place, Findings findings) {
        if (inText.isEmpty()) {
            return;
        }
        for (var member : record.properties()) {
            var text = member.getValue().textValue();
            if (text == null || text.length() < LEAST_DIGITS || member.getKey().equals("number")) {
                continue;
            }
            var digits = PhoneKey.digits(text);
            inText.forEach((national, reason) -> {
                if (digits.contains(national)) {
                    findings.fault(
                            place.at(member.getKey()),
                            null,
                            "holds a number that is retired and may not be published: " + reason);
                }
            });
        }
    }
}

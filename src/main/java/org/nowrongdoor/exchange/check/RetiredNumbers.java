package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;

/** The retired numbers as they stand, for the length of one edit or import. */
public final class RetiredNumbers {

    // 7: a local number without its area code; fewer digits are in every text.
    private static final int LEAST_DIGITS = 7;

    // Members that hold values of any shape, or texts without a name of their own.
    private static final Set<String> LOOSE = Set.of("eligibility", "value", "aliases");

    private final List<RetiredNumber> all;
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> inText = new HashMap<>();

    public RetiredNumbers(List<RetiredNumber> numbers) {
        all = List.copyOf(numbers);
        for (var number : numbers) {
            var key = PhoneKey.of(number.number());
            reasons.put(key, number.reason());
            var national = key.startsWith("+1") ? key.substring(2) : PhoneKey.digits(key);
            if (national.length() >= LEAST_DIGITS) {
                inText.put(national, number.reason());
            }
        }
    }

    /** All of them, in the order of the store. */
    public List<RetiredNumber> all() {
        return all;
    }

    /** Whether these are the same numbers, retired for the same reasons. */
    public boolean areSameAs(RetiredNumbers others) {
        return all.equals(others.all);
    }

    /** Why a number may not be published. */
    Optional<String> reason(String number) {
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        var whole = Optional.ofNullable(reasons.get(PhoneKey.of(number)));
        return whole.isPresent()
                ? whole
                : NumberFinder.find(number).stream()
                        .map(inText::get)
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** Finds retired numbers in the running text of a record, in values of any shape as well. */
    void checkTexts(ObjectNode record, JsonPath place, Findings findings) {
        if (inText.isEmpty()) {
            return;
        }
        for (var member : record.properties()) {
            if (!member.getKey().equals("number") && member.getValue().isTextual()) {
                text(member.getValue().textValue(), place.at(member.getKey()), findings);
            } else if (LOOSE.contains(member.getKey())) {
                loose(member.getValue(), place.at(member.getKey()), findings);
            }
        }
    }

    private void loose(JsonNode value, JsonPath place, Findings findings) {
        if (value.isTextual()) {
            text(value.textValue(), place, findings);
        }
        value.properties().forEach(member -> loose(member.getValue(), place.at(member.getKey()), findings));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            loose(value.get(i), place.at(i), findings);
        }
    }

    private void text(String text, JsonPath place, Findings findings) {
        if (text.length() < LEAST_DIGITS) {
            return;
        }
        for (var digits : NumberFinder.find(text)) {
            var reason = inText.get(digits);
            if (reason != null) {
                findings.fault(place, null, "holds a number that is retired and may not be published: " + reason);
            }
        }
    }
}

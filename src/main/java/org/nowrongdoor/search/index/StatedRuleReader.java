package org.nowrongdoor.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.ServiceRecord;

/** The rule that a service states: its own, or the one that HSDS's two ages make. */
final class StatedRuleReader {

    // 99: systems that must have a number write 0 to 99 where there is no bound
    private static final BigDecimal NO_BOUND = BigDecimal.valueOf(99);

    private StatedRuleReader() {}

    /** The rule; null where none is stated, or in words alone. */
    static @Nullable JsonNode of(ServiceRecord record) {
        return record.eligibility() != null
                ? record.eligibility()
                : ofAges(record.minimumAge(), record.maximumAge(), record.eligibilityDescription());
    }

    /** The rule that two ages make, both inclusive.
     *  @param words what the provider says of them
     *  @return null where neither is a bound */
    static @Nullable JsonNode ofAges(
            @Nullable BigDecimal youngest, @Nullable BigDecimal oldest, @Nullable String words) {
        var leaf = JsonNodeFactory.instance.objectNode().put("attribute", "age");
        if (youngest != null && youngest.signum() > 0) {
            leaf.put("min", youngest);
        }
        if (oldest != null && oldest.signum() >= 0 && oldest.compareTo(NO_BOUND) < 0) {
            leaf.put("max", oldest);
        }
        if (leaf.size() == 1) {
            return null;
        }
        leaf.put("strength", "hard");
        if (words != null && !words.isBlank()) {
            leaf.put("as_stated", words.strip());
        }
        return leaf;
    }
}

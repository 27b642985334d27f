package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.CanonicalNumbers;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.TextFormatChecker;
import org.nowrongdoor.text.TextCleaner;

/** A value whose shape another rule knows: here only what no value may hold is looked for. */
final class LooseValueChecker {

    private LooseValueChecker() {}

    /** The value with its numbers plain; null when nothing of it can be kept. */
    static @Nullable JsonNode check(JsonNode value, JsonPath place, Findings findings) {
        if (value.isNumber()) {
            return CanonicalNumbers.plain(value, place, findings);
        } else if (value.isTextual() && TextFormatChecker.isBroken(value.textValue())) {
            findings.fault(place, null, TextFormatChecker.brokenBy(value.textValue()));
            return null;
        } else if (value.isTextual()) {
            var clean = TextCleaner.clean(value.textValue());
            return clean.equals(value.textValue()) ? value : TextNode.valueOf(clean);
        } else if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                var kept = check(items.get(i), place.at(i), findings);
                items.set(i, kept == null ? items.nullNode() : kept);
            }
        } else if (value instanceof ObjectNode record) {
            members(record, place, findings);
        }
        return value;
    }

    private static void members(ObjectNode record, JsonPath place, Findings findings) {
        for (var name : record.properties().stream().map(Map.Entry::getKey).toList()) {
            if (TextFormatChecker.isBroken(name)) {
                findings.fault(place, null, TextFormatChecker.brokenBy(name));
                continue;
            }
            var kept = check(record.get(name), place.at(name), findings);
            record.set(name, kept == null ? record.nullNode() : kept);
        }
    }
}

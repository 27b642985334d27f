package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.JsonPath;

/** One field that differs between two states of a record.
 *  @param field RFC 6901 pointer
 *  @param previous null where there was nothing
 *  @param replacement null where nothing is left */
record FieldDifference(
        String field, @Nullable JsonNode previous, @Nullable JsonNode replacement) {

    /** Every field that differs, down to the smallest. */
    static List<FieldDifference> between(JsonNode before, JsonNode after) {
        var found = new ArrayList<FieldDifference>();
        collect(JsonPath.ROOT, before, after, found);
        return found;
    }

    private static void collect(JsonPath place, JsonNode before, JsonNode after, List<FieldDifference> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(place.at(name), before.path(name), after.path(name), found));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(place.at(i), item(before, i), item(after, i), found);
            }
        } else {
            found.add(new FieldDifference(place.toString(), orNull(before), orNull(after)));
        }
    }

    private static JsonNode item(JsonNode list, int index) {
        return index < list.size() ? list.get(index) : MissingNode.getInstance();
    }

    private static @Nullable JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? null : value;
    }
}

package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads members of records that have been checked. */
public final class JsonMembers {

    private JsonMembers() {}

    static @Nullable public String text(JsonNode record, String member) {
        var value = record.get(member);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    static @Nullable public UUID id(JsonNode record, String member) {
        var text = text(record, member);
        return text != null && TextFormatChecker.fits(FieldType.UUID, text) ? UUID.fromString(text) : null;
    }

    /** The objects of a list; empty when there is no such list. */
    public static List<ObjectNode> records(JsonNode record, String member) {
        var found = new ArrayList<ObjectNode>();
        for (var item : record.path(member)) {
            if (item instanceof ObjectNode object) {
                found.add(object);
            }
        }
        return found;
    }

    /** The terms hung on a record itself. */
    static List<UUID> termIds(JsonNode record) {
        var ids = new ArrayList<UUID>();
        for (var attribute : records(record, "attributes")) {
            var nested = id(attribute.path("taxonomy_term"), "id");
            var named = nested == null ? id(attribute, "taxonomy_term_id") : nested;
            if (named != null && !ids.contains(named)) {
                ids.add(named);
            }
        }
        return ids;
    }
}

package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How large a record is, counted over all that is nested in it.
 *  @param values objects, lists and what stands in them
 *  @param characters of names, texts and numbers */
public record RecordSize(int values, long characters) {

    /** The most bytes that one record may have as JSON: what the body of a PUT may have by default. */
    public static final int MOST_BYTES = 1 << 20;

    /** The most values of one record: an organization with some 500 services in full. */
    public static final int MOST_VALUES = 50_000;

    // A node of a JSON tree with its place in the one above takes 40 to 80 bytes.
    private static final int VALUE_BYTES = 48;

    /** The size of a record. */
    public static RecordSize of(JsonNode record) {
        var count = new Count();
        count.add(record);
        return new RecordSize(count.values, count.characters);
    }

    /** The memory that the record takes, about.
     *  @return bytes */
    public long weight() {
        return (long) VALUE_BYTES * values + 2 * characters;
    }

    /** What is wrong with a record of this size; null for nothing. */
    public @Nullable String fault() {
        if (values > MOST_VALUES) {
            return "has " + values + " values, at most " + MOST_VALUES + " may be in one record: split it";
        }
        return characters > MOST_BYTES
                ? "has " + characters + " characters, at most " + MOST_BYTES + " may be in one record: split it"
                : null;
    }

    private static final class Count {

        private int values;
        private long characters;

        private void add(JsonNode node) {
            values++;
            if (node.isObject()) {
                for (var member : node.properties()) {
                    characters += member.getKey().length();
                    add(member.getValue());
                }
            } else if (node.isArray()) {
                for (var item : node) {
                    add(item);
                }
            } else if (node.isTextual()) {
                characters += node.textValue().length();
            }
        }
    }
}

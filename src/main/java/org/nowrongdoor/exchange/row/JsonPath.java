package org.nowrongdoor.exchange.row;

import org.jspecify.annotations.Nullable;

/** A place in a JSON document, written out as an RFC 6901 pointer only when someone asks. */
public record JsonPath(@Nullable JsonPath parent, String token) {

    /** The whole document. */
    public static final JsonPath ROOT = new JsonPath(null, "");

    public JsonPath at(String member) {
        return new JsonPath(this, member);
    }

    public JsonPath at(int index) {
        return new JsonPath(this, Integer.toString(index));
    }

    /** The name of the member that this is, or that the list is in which this stands. */
    String field() {
        for (JsonPath place = this; place != null; place = place.parent) {
            if (!place.token.isEmpty() && !Character.isDigit(place.token.charAt(0))) {
                return place.token;
            }
        }
        return "record";
    }

    @Override
    public String toString() {
        return parent == null ? token : parent + "/" + token.replace("~", "~0").replace("/", "~1");
    }
}

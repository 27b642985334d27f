package org.nowrongdoor.exchange.row;

import org.jspecify.annotations.Nullable;

/** A place in a JSON document, written out as an RFC 6901 pointer only when somebody asks. */
public record Place(@Nullable Place parent, String token) {

    /** The whole document. */
    public static final Place ROOT = new Place(null, "");

    public Place at(String member) {
        return new Place(this, member);
    }

    public Place at(int index) {
        return new Place(this, Integer.toString(index));
    }

    /** The name of the member that this is, or that the list is in which this stands. */
    String field() {
        for (Place place = this; place != null; place = place.parent) {
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

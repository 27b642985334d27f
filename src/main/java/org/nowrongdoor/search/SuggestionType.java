package org.nowrongdoor.search;

import java.util.Arrays;
import java.util.List;
import org.nowrongdoor.text.WireName;

/** What a suggestion may be of. */
enum SuggestionType {
    NEED,
    SERVICE,
    ORGANIZATION,
    PLACE,
    QUERY;

    /** The names on the wire. */
    static List<String> names() {
        return Arrays.stream(values()).map(WireName::snakeCase).toList();
    }
}

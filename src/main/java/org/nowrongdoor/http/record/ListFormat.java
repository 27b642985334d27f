package org.nowrongdoor.http.record;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.server.MediaTypes;

/** How a list is written. */
enum ListFormat {
    JSON,
    NDJSON;

    /** What the parameter says, else what the caller likes best.
     *  @param accepted media types, the dearest first */
    static ListFormat of(ListParameters asked, List<MediaType> accepted) {
        var word = asked.format();
        if (word == null) {
            return likedBest(accepted);
        }
        return switch (word) {
            case "json" -> JSON;
            case "ndjson" -> NDJSON;
            default -> throw ParameterProblems.value("format", "json or ndjson", word);
        };
    }

    private static ListFormat likedBest(List<MediaType> accepted) {
        var ndjson = MediaType.valueOf(MediaTypes.NDJSON);
        return accepted.stream()
                .filter(type -> type.isCompatible(ndjson) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .map(type -> NDJSON)
                .orElse(JSON);
    }
}

package org.nowrongdoor.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How a list is written. */
enum Format {
    JSON,
    NDJSON;

    /** What the parameter says, else what the caller likes best. */
    static Format of(Asked asked, List<MediaType> accepted) {
        return asked.oneOf("format", List.of("json", "ndjson"))
                .map(word -> word.equals("ndjson") ? NDJSON : JSON)
                .orElseGet(() -> likedBest(accepted));
    }

    private static Format likedBest(List<MediaType> accepted) {
        var ndjson = MediaType.valueOf(MediaTypes.NDJSON);
        return accepted.stream()
                .filter(type -> type.isCompatible(ndjson) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .map(type -> NDJSON)
                .orElse(JSON);
    }
}

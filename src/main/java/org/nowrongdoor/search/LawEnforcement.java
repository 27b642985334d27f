package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scale of how close a provider stands to law enforcement, the most distant first. */
final class LawEnforcement {

    static final String FACT = "law_enforcement_relationship";

    static final List<String> SCALE = List.of(
            "none",
            "on_client_request_only",
            "certification_only",
            "task_force_or_mou",
            "co_located",
            "joins_operations",
            "is_law_enforcement");

    private LawEnforcement() {}

    /** The place of a stated relationship; null where it is unknown. */
    static @Nullable Integer rank(@Nullable JsonNode value) {
        var rank = value == null ? -1 : SCALE.indexOf(value.asText());
        return rank < 0 ? null : rank;
    }
}

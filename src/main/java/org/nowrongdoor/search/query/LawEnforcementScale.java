package org.nowrongdoor.search.query;

import java.util.List;

/** The scale of how close a provider stands to law enforcement, the most distant first. */
final class LawEnforcementScale {

    static final String FACT = "law_enforcement_relationship";

    static final List<String> SCALE = List.of(
            "none",
            "on_client_request_only",
            "certification_only",
            "task_force_or_mou",
            "co_located",
            "joins_operations",
            "is_law_enforcement");

    private LawEnforcementScale() {}
}

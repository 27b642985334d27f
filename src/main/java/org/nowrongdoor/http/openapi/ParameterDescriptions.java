package org.nowrongdoor.http.openapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parameters of the HSDS read API mean, with an example of each, once for all lists.
 *  @param allowed the words it may be, none when it is free */
record ParameterDescriptions(String description, Object example, List<Object> allowed) {

    private ParameterDescriptions(String description, Object example) {
        this(description, example, List.of());
    }

    private static final String UUID_EXAMPLE = "ac148810-d857-441c-9679-408f346de14b";

    private static final Map<String, ParameterDescriptions> GUIDES = Map.ofEntries(
            Map.entry(
                    "search",
                    new ParameterDescriptions(
                            "Words that all stand in the name, the other name or the description; the last may be unfinished."
                                    + " \"A phrase\", or, and -not are understood.",
                            "drop-in meal")),
            Map.entry("page", new ParameterDescriptions("Which page, from 1; one beyond the end is empty.", 1)),
            Map.entry(
                    "per_page",
                    new ParameterDescriptions("How many records a page holds, 1 to 500; 25 by default.", 25)),
            Map.entry(
                    "format",
                    new ParameterDescriptions(
                            "json gives a page; ndjson streams the whole list, one record a line, whatever page says.",
                            "json",
                            List.of("json", "ndjson"))),
            Map.entry(
                    "taxonomy_term_id",
                    new ParameterDescriptions("Records on which this very term hangs.", UUID_EXAMPLE)),
            Map.entry(
                    "taxonomy_id", new ParameterDescriptions("Records with any term of this taxonomy.", UUID_EXAMPLE)),
            Map.entry("organization_id", new ParameterDescriptions("What this organization provides.", UUID_EXAMPLE)),
            Map.entry(
                    "modified_after",
                    new ParameterDescriptions(
                            "What changed at this time or later: RFC 3339, or a day, which begins in UTC.",
                            "2026-08-01T12:00:00Z")),
            Map.entry(
                    "kind",
                    new ParameterDescriptions(
                            "Which kind of record: by default services, hotlines and navigators, to which a person may be"
                                    + " sent; one kind, or all.",
                            "hotline",
                            List.of(
                                    "service",
                                    "hotline",
                                    "navigator",
                                    "report_line",
                                    "buyer_programme",
                                    "prevention",
                                    "training",
                                    "law",
                                    "task_force",
                                    "coalition",
                                    "guide",
                                    "all"))),
            Map.entry("minimal", new ParameterDescriptions("Only id and last_modified.", false)),
            Map.entry("full", new ParameterDescriptions("The whole nested record.", true)),
            Map.entry(
                    "full_service",
                    new ParameterDescriptions("The whole organization, and each of its services whole.", false)),
            Map.entry(
                    "postcode",
                    new ParameterDescriptions(
                            "A US postal code: what covers it or lies in it; with proximity, what lies near its middle.",
                            "55404")),
            Map.entry("proximity", new ParameterDescriptions("Metres from the middle of postcode, 1 to 500000.", 5000)),
            Map.entry("parent_id", new ParameterDescriptions("Terms right below this one.", UUID_EXAMPLE)),
            Map.entry("top_only", new ParameterDescriptions("Only terms that have no parent.", true)));

    /** The guide to a parameter, null where it is not one of ours. */
    static @Nullable ParameterDescriptions of(String name) {
        return GUIDES.get(name);
    }
}

package org.nowrongdoor.taxonomy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Forms that are understood when someone types them and that we never show: stigmatising words. */
public final class InputOnlyForms {

    // As the notes of seed-data/taxonomy/synonyms.csv have it.
    private static final String MARK = "INPUT ONLY";

    private InputOnlyForms() {}

    /** Takes them out of a term. */
    public static void drop(ObjectNode term) {
        if (term.get("synonyms") instanceof ArrayNode synonyms) {
            for (var each = synonyms.elements(); each.hasNext(); ) {
                if (each.next().path("note").asText().contains(MARK)) {
                    each.remove();
                }
            }
            if (synonyms.isEmpty()) {
                term.remove("synonyms");
            }
        }
    }
}

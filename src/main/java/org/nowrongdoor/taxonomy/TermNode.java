package org.nowrongdoor.taxonomy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need as the tree holds it.
 *  @param code such as {@code shelter.emergency}
 *  @param flags such as {@code not_support}: never an answer to a search for help */
public record TermNode(
        UUID id,
        String code,
        @Nullable String parentCode,
        String labelEn,
        String labelEs,
        String description,
        List<Synonym> synonyms,
        List<String> flags) {

    private static final String NOT_SUPPORT = "not_support";
    private static final String SITUATION = "situation";

    /** What it is called.
     *  @param lang {@code es} for Spanish, anything else for English */
    public String label(String lang) {
        return lang.startsWith("es") ? labelEs : labelEn;
    }

    /** Whether a person who needs help may look for it: no tip lines, laws or campaigns. */
    public boolean isHelp() {
        return !flags.contains(NOT_SUPPORT) && !isSituation() && !code.equals("res") && !code.startsWith("res.");
    }

    /** Whether it says what a person is in, and not what they need. */
    public boolean isSituation() {
        return flags.contains(SITUATION);
    }
}

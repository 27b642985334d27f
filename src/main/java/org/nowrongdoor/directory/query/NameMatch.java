package org.nowrongdoor.directory.query;

import org.nowrongdoor.storage.SqlBuilder;

/** A name that is looked for, whatever its case, accents and apostrophes. */
public record NameMatch(String text, How how) {

    /** Where in the name the text must stand. */
    public enum How {
        AT_BEGINNING,
        ANYWHERE,
        WHOLE
    }

    /** The condition on a column. */
    SqlBuilder condition(String column) {
        var name = folded(column);
        var asked = folded("?");
        var condition = switch (how) {
            case AT_BEGINNING -> "starts_with(" + name + ", " + asked + ")";
            case ANYWHERE -> "strpos(" + name + ", " + asked + ") > 0";
            case WHOLE -> name + " = " + asked;
        };
        return SqlBuilder.of(condition, text.strip());
    }

    private static String folded(String text) {
        return "replace(folded_text(" + text + "), '''', '')";
    }
}

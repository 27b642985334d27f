package org.nowrongdoor.directory.query;

import java.util.Locale;
import org.nowrongdoor.storage.SqlBuilder;

/** A name that is looked for, whatever its case and accents. */
public record NameMatch(String text, How how) {

    /** Where in the name the text must stand. */
    public enum How {
        AT_BEGINNING,
        ANYWHERE,
        WHOLE
    }

    // The letters that English and Spanish names have.
    private static final String ACCENTED = "áàâäãéèêëíìîïóòôöõúùûüñç";
    private static final String PLAIN = "aaaaaeeeeiiiiooooouuuunc";

    /** The condition on a column. */
    SqlBuilder condition(String column) {
        return SqlBuilder.of("translate(lower(" + column + "), '" + ACCENTED + "', '" + PLAIN + "') like ?", pattern());
    }

    private String pattern() {
        var words = folded().replaceAll("([\\\\%_])", "\\\\$1");
        return switch (how) {
            case AT_BEGINNING -> words + "%";
            case ANYWHERE -> "%" + words + "%";
            case WHOLE -> words;
        };
    }

    private String folded() {
        var folded = new StringBuilder();
        text.strip().toLowerCase(Locale.ROOT).chars().forEach(letter -> {
            int at = ACCENTED.indexOf(letter);
            folded.append(at < 0 ? (char) letter : PLAIN.charAt(at));
        });
        return folded.toString();
    }
}

package org.nowrongdoor.storage;

/** A condition on words: all of them, phrases in quotation marks, {@code or} and {@code -}; the last may be unfinished. Case,
 *  accents and apostrophes count for nothing. */
public final class TextMatch {

    private TextMatch() {}

    /** Whether a text search vector holds what was typed.
     *  @param vector a column or an expression of ours that was made as {@link #words} makes it */
    public static SqlBuilder of(String vector, String typed) {
        if (!Character.isLetterOrDigit(typed.codePointBefore(typed.length()))) {
            return SqlBuilder.of(vector + " @@ folded_query(?)", typed);
        }
        // A query that ends with a bracket ends with a negated phrase: there is no last word to be unfinished.
        return SqlBuilder.of(
                vector + " @@ (select case when q like '%''' then (q || ':*')::tsquery else q::tsquery end"
                        + " from (select folded_query(?)::text as q) as typed)",
                typed);
    }

    /** The text search vector of an expression of ours. */
    public static String words(String text) {
        return "folded_words(" + text + ")";
    }
}

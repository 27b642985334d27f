package org.nowrongdoor.search.query;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.FoldedText;

/** An age under 18 in a typed line: "im 16", "14 yr old", "tengo 15". Who is there for young people comes forward, and no one
 *  is left out by it. */
final class AgeWords {

    private static final String AGE = "(?:1[0-7])";
    private static final Pattern YOUNG = Pattern.compile("\\b(?:im|i am|shes|hes|she is|he is|aged?|tengo|tiene) " + AGE
            + "\\b(?! (?:days?|weeks?|months?|hours?|miles?|dias|semanas|meses|horas|kids|hijos|dollars))"
            + "|\\b" + AGE + " ?(?:yo|y o|yrs?|years?|anos)\\b(?! (?:ago|with|together|married|de casad))"
            + "|\\b(?:girl|boy|daughter|son|sister|brother|teen|kid|child|nina|nino|hija|hijo|hermana|hermano) (?:\\w+ )?"
            + AGE + "\\b|^" + AGE + " (?:and|y|f|m|girl|boy|in)\\b");
    private static final Set<String> FOR_THE_YOUNG = Set.of("youth", "sit.youth", "shelter.youth");

    private AgeWords() {}

    /** What is met for a person of the age in a line; nothing where none under 18 is said. */
    static Set<String> needs(@Nullable String q) {
        return q != null && YOUNG.matcher(FoldedText.of(q)).find() ? FOR_THE_YOUNG : Set.of();
    }
}

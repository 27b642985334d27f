package org.nowrongdoor.search.query;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.taxonomy.Situation;
import org.nowrongdoor.taxonomy.recognition.RecognitionResult;
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
    private static final Pattern SHE = Pattern.compile(
            "\\b(?:im|i am|tengo) 1[2-7]\\b(?! (?:days?|weeks?|months?|hours?"
                    + "|miles?|dias|semanas|meses|horas|kids|hijos|dollars|dolares|weeks|and pregnant))|^1[2-7] (?:and|y)\\b");
    private static final String AWAY = "sit.youth";
    private static final Set<String> FOR_THE_YOUNG = Set.of("youth", "sit.youth", "shelter.youth");

    private AgeWords() {}

    /** The situations of a line. Who is under 18 and asks for a bed is away from home, however she says it.
     *  @param said those that its words speak of
     *  @param all every situation */
    static List<SearchPage.UnderstoodNeed> awayFromHome(
            String q,
            List<RecognitionResult.Need> needs,
            List<SearchPage.UnderstoodNeed> said,
            List<Situation> all,
            String lang) {
        var isBed = needs.stream().anyMatch(need -> need.code().startsWith("shelter"));
        if (!isBed
                || said.stream().anyMatch(one -> one.code().equals(AWAY))
                || !SHE.matcher(FoldedText.of(q)).find()) {
            return said;
        }
        var away = all.stream()
                .filter(situation -> situation.code().equals(AWAY))
                .map(situation -> new SearchPage.UnderstoodNeed(situation.code(), situation.label(lang), null));
        return Stream.concat(said.stream(), away).toList();
    }

    /** What is met for a person of the age in a line; nothing where none under 18 is said. */
    static Set<String> needs(@Nullable String q) {
        return q != null && YOUNG.matcher(FoldedText.of(q)).find() ? FOR_THE_YOUNG : Set.of();
    }
}

package org.nowrongdoor.search.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.taxonomy.language.Languages;
import org.nowrongdoor.text.FoldedText;

/** Languages in a typed line, "abogado en español". Who speaks one comes forward; a record that does not say so may speak
 *  it all the same, so no record is left out. */
final class LanguageWords {

    /** Names of languages without two letters that people in the United States ask for. */
    private static final Set<String> MORE = Set.of(
            "asl",
            "hmong",
            "karen",
            "karenni",
            "cantonese",
            "mandarin",
            "cantones",
            "mixteco",
            "mixtec",
            "mam",
            "quiche",
            "triqui",
            "zapoteco",
            "zapotec",
            "nahuatl",
            "purepecha",
            "otomi",
            "kanjobal",
            "akateko",
            "chuj",
            "ixil",
            "kaqchikel",
            "rohingya");

    /** Names that are words of every day: se ha ido, una venda. */
    private static final Set<String> OTHER_WORDS = Set.of("ido", "venda", "pali", "corso");

    private static final Set<String> ENGLISH = Set.of("en");
    private static final Set<String> NAMES = Stream.concat(
                    Languages.commonNames().stream().map(FoldedText::of), MORE.stream())
            .filter(name -> !OTHER_WORDS.contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private LanguageWords() {}

    static boolean contains(String folded) {
        return NAMES.contains(folded);
    }

    /** The languages among the words that no need was read from.
     *  @param lang the language to name them in */
    static List<SearchPage.UnderstoodLanguage> read(List<String> rest, String lang) {
        return rest.stream()
                .filter(word -> contains(FoldedText.of(word)))
                .flatMap(word -> Languages.codeOf(word).stream()
                        .map(code -> new SearchPage.UnderstoodLanguage(
                                code, Languages.name(code, Locale.forLanguageTag(lang)), word)))
                .distinct()
                .toList();
    }

    /** What brings a service forward that speaks one of them. English does not: nearly every service speaks it, and few
     *  say so. */
    static Set<String> tokens(List<SearchPage.UnderstoodLanguage> read) {
        var codes = read.stream()
                .map(SearchPage.UnderstoodLanguage::code)
                .filter(code -> !ENGLISH.contains(code))
                .toList();
        return codes.isEmpty() ? Set.of() : Set.copyOf(LanguageTokens.meeting(codes));
    }
}

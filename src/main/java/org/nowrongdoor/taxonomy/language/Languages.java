package org.nowrongdoor.taxonomy.language;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.FoldedText;

/** Languages as people and records name them, each brought to one code: the two letters of ISO 639-1, or the three of
 *  ISO 639-2 or 639-3 where there are none. */
public final class Languages {

    // 60: the longest name of a language that people use has some thirty letters; more is no name
    private static final int LONGEST = 60;

    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /** The code of a language.
     *  @param said a code ({@code es}, {@code spa}, {@code ase}), a tag ({@code es-MX}), or a name in English, in Spanish or
     *      in the language itself; case and accents do not matter
     *  @return empty for what is no language, and for what says nothing of which ({@code und}, {@code mul}) */
    public static Optional<String> codeOf(@Nullable String said) {
        if (said == null || said.length() > LONGEST) {
            return Optional.empty();
        }
        return byTag(said.strip().replace('_', '-')).or(() -> LanguageNames.codeOf(FoldedText.of(said)));
    }

    private static Optional<String> byTag(String tag) {
        try {
            var code = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return TWO_LETTERS.contains(code) ? Optional.of(code) : LanguageNames.codeOfThreeLetters(code);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** The languages that a code stands for in addition to itself: Mandarin and Cantonese for Chinese. */
    public static List<String> members(String code) {
        return Macrolanguages.members(code);
    }

    /** The language that stands for this one and others: Chinese for Cantonese. */
    public static Optional<String> macrolanguage(String code) {
        return Macrolanguages.of(code);
    }

    /** What a language is called, to be shown.
     *  @param code as {@link #codeOf} gives it; anything else is its own name */
    public static String name(String code, Locale in) {
        return LanguageNames.listed(code, in).orElseGet(() -> {
            var name = Locale.forLanguageTag(code).getDisplayLanguage(in);
            return name.isEmpty() || name.equals(code) ? LanguageNames.registered(code) : name;
        });
    }

    /** Names of the languages that have two letters, in English and Spanish: what a slip is compared with. */
    public static Collection<String> commonNames() {
        return LanguageNames.common();
    }
}

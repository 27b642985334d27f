package org.nowrongdoor.taxonomy.language;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.FoldedText;

/** Languages as people and records name them, each brought to one code: the two letters of ISO 639-1, or the three of
 *  ISO 639-2 or 639-3 where there are none. */
public final class Languages {

    // 60: the longest name of a language that people use has some thirty letters; more is no name
    private static final int LONGEST = 60;

    private static final int LONGEST_CODE = 3;

    private static final Pattern BETWEEN = Pattern.compile("\\s*[/,;&+|]\\s*|\\s+(?:and|or|y|e|o|u)\\s+");
    private static final Pattern QUALIFIED = Pattern.compile(
            "\\s*[()]\\s*|\\s+[-–—]\\s+|(?i)\\s+(?:alt[ao]|baj[ao]|low|high|upper|lower|de|del|from)\\b.*");

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

    /** The codes of every language that a text names, as services write them: {@code Spanish/English},
     *  {@code Chinese (Simplified)}, {@code Gaelic - Irish}.
     *  @return empty where a part between the languages cannot be read */
    public static List<String> codesOf(@Nullable String said) {
        if (said == null || said.length() > LONGEST) {
            return List.of();
        }
        var whole = codeOf(said).or(() -> withoutQualifier(said));
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        var codes = new LinkedHashSet<String>();
        for (var part : BETWEEN.split(said, -1)) {
            var code = codeOf(part).or(() -> withoutQualifier(part));
            if (code.isEmpty()) {
                return List.of();
            }
            codes.add(code.get());
        }
        return List.copyOf(codes);
    }

    /** Portuguese (Brazil), Chinese - Traditional, French Canadian: a language and which kind of it, which is no code. */
    private static Optional<String> withoutQualifier(String said) {
        var parts = QUALIFIED.split(said, -1);
        return parts.length < 2
                ? Optional.empty()
                : codeOf(parts[0])
                        .or(() -> Stream.of(parts)
                                .filter(part -> part.length() > LONGEST_CODE)
                                .flatMap(part -> codeOf(part).stream())
                                .findFirst());
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

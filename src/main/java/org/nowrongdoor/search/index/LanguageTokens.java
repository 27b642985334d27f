package org.nowrongdoor.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.taxonomy.language.Languages;
import org.nowrongdoor.text.WireName;

/** Languages as the index holds them: {@code es}, and {@code es:staff} or {@code es:interpreter} where it is told who
 *  speaks it. What a record says and what a caller asks for are read alike. */
public final class LanguageTokens {

    /** Carried by a record whose every language could be read. Without it another one may be spoken there. */
    public static final String ALL = ":all";

    /** Spoken, and no one says by whom. */
    private static final String UNSAID = "unsaid";

    private static final List<String> MODES = List.of("staff", "interpreter");

    private LanguageTokens() {}

    /** What a record carries; empty where it is silent, or says nothing that can be read.
     *  @param isEveryStated whether a language that is not among them is not spoken */
    static List<String> of(List<HitService.SpokenLanguage> languages, boolean isEveryStated) {
        var tokens = new LinkedHashSet<String>();
        var isAllRead = isEveryStated && !languages.isEmpty();
        for (var language : languages) {
            var codes = codes(language);
            isAllRead &= !codes.isEmpty();
            tokens.addAll(codes);
            var who = language.mode() == null ? UNSAID : WireName.snakeCase(language.mode());
            codes.forEach(code -> tokens.add(code + ':' + who));
        }
        if (isAllRead) {
            tokens.add(ALL);
        }
        return List.copyOf(tokens);
    }

    /** The language that a record states by its code or, where that cannot be read, by its name. */
    public static Optional<String> code(HitService.SpokenLanguage language) {
        return Languages.codeOf(language.code()).or(() -> Languages.codeOf(language.name()));
    }

    /** The languages that a record states, several where it writes them into one. */
    private static List<String> codes(HitService.SpokenLanguage language) {
        var byCode = Languages.codeOf(language.code());
        return byCode.isPresent() ? List.of(byCode.get()) : Languages.codesOf(language.name());
    }

    /** Whether what stands after a colon says who speaks the language, if there is one. */
    public static boolean hasKnownMode(String said) {
        var colon = said.lastIndexOf(':');
        return colon < 0 || MODES.contains(said.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
    }

    /** What a caller asks for: a language, with {@code :staff} or {@code :interpreter} where that matters to her. */
    public static Optional<String> asked(String said) {
        var colon = said.lastIndexOf(':');
        if (colon < 0) {
            return Languages.codesOf(said).stream().findFirst();
        }
        var mode = said.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        return Stream.of(mode)
                .filter(MODES::contains)
                .flatMap(who ->
                        Languages.codesOf(said.substring(0, colon)).stream().map(code -> code + ':' + who))
                .findFirst();
    }

    /** What a record carries that meets what is asked for: anyone who speaks Cantonese speaks Chinese. */
    public static List<String> meeting(List<String> asked) {
        return asked.stream()
                .flatMap(token -> Stream.concat(
                        Stream.of(token),
                        Languages.members(language(token)).stream().map(member -> member + who(token))))
                .distinct()
                .toList();
    }

    /** What a record carries that may meet what is asked for, or not: it does not say who speaks the language, or which
     *  Chinese is spoken. */
    public static List<String> perhaps(List<String> asked) {
        var wider = asked.stream()
                .flatMap(token ->
                        Languages.macrolanguage(language(token)).stream().map(macro -> macro + who(token)))
                .toList();
        return Stream.concat(
                        wider.stream(),
                        Stream.concat(meeting(asked).stream(), wider.stream())
                                .filter(token -> !isLanguage(token))
                                .map(token -> language(token) + ':' + UNSAID))
                .distinct()
                .toList();
    }

    private static String language(String token) {
        return isLanguage(token) ? token : token.substring(0, token.indexOf(':'));
    }

    private static String who(String token) {
        return token.substring(language(token).length());
    }

    /** Whether a facet of languages counts it. */
    public static boolean isLanguage(String token) {
        return token.indexOf(':') < 0;
    }
}

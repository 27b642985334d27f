package org.nowrongdoor.search.format;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.eligibility.rule.Label;
import org.nowrongdoor.search.index.LanguageTokens;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.taxonomy.language.Languages;

/** What codes are called where an answer is read and not processed, in English or Spanish. */
final class DisplayNames {

    private static final Map<String, Label> FACTS =
            Catalogue.facts().stream().collect(Collectors.toUnmodifiableMap(FactEntry::code, FactEntry::labels));
    private static final String NATION = Locale.US.getDisplayCountry(Locale.ENGLISH);

    private final Messages spoken;
    private final Locale locale;

    DisplayNames(String lang) {
        spoken = new Messages(lang);
        locale = Locale.forLanguageTag(lang);
    }

    /** A fact by its label, any other filter by words of ours. */
    String filter(String by) {
        var fact = FACTS.get(by);
        return fact == null ? spoken.say("filter." + by) : fact.in(locale);
    }

    String kind(String code) {
        return spoken.say("kind." + code);
    }

    String channel(String code) {
        return spoken.say("channel." + code);
    }

    /** @param group {@code sex_worker}, {@code survivor} or {@code peer} */
    String ledBy(String group) {
        return filter(group + "_led");
    }

    /** @param code as {@link Languages#codeOf} gives it */
    String language(String code) {
        return Languages.name(code, locale);
    }

    /** A language that a record states; as it stands there when it cannot be read. */
    String language(HitService.SpokenLanguage stated) {
        return LanguageTokens.code(stated)
                .map(this::language)
                .orElseGet(
                        () -> Objects.requireNonNullElse(stated.name(), Objects.requireNonNullElse(stated.code(), "")));
    }

    /** A text, with the language that it is in where that is not the one of the answer.
     *  @param lang its code; null where it is that of the answer */
    String inLanguage(String text, @Nullable String lang) {
        return lang == null ? text : spoken.say("text.language", text, language(lang));
    }

    /** The name of an area: only the nation has one in either language. */
    String area(String name) {
        return name.equals(NATION) ? Locale.US.getDisplayCountry(locale) : name;
    }
}

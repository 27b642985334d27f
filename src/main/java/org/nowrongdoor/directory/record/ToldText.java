package org.nowrongdoor.directory.record;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text of a record in the language that was asked for, or else as the record has it.
 *  @param lang the language that {@code text} is in */
public record ToldText(String text, String lang) {

    /** The language that records are written in. */
    public static final String ORIGINAL = "en";

    /** Takes the translation of a text, or else the text.
     *  @param lang {@code en} or {@code es}
     *  @param member the same text in a translation */
    public static <T> ToldText of(
            String original, String lang, Map<String, T> translations, Function<T, @Nullable String> member) {
        var translation = lang.equals(ORIGINAL) ? null : translations.get(lang);
        var said = translation == null ? null : member.apply(translation);
        return said == null ? new ToldText(original, ORIGINAL) : new ToldText(said, lang);
    }

    /** The language under the name of the text, where it is not the one that was asked for; empty where it is. */
    public Map<String, String> langUnder(String name, String wanted) {
        return lang.equals(wanted) ? Map.of() : Map.of(name, lang);
    }
}

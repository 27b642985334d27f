package org.nowrongdoor.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name without what people leave out when they type it: accents, case, punctuation, the article in front. */
final class NameKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameKey() {}

    static String of(String name) {
        var words = words(name);
        return words.startsWith("the ") ? words.substring(4) : words;
    }

    /** The words alone, folded, with one space between them. */
    static String words(String text) {
        var folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}

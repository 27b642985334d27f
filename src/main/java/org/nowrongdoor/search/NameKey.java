package org.nowrongdoor.search;

import org.nowrongdoor.http.FoldedText;

/** A name without what people leave out when they type it: accents, case, punctuation, the article in front. */
final class NameKey {

    private NameKey() {}

    static String of(String name) {
        var words = FoldedText.of(name);
        return words.startsWith("the ") ? words.substring(4) : words;
    }
}

package org.nowrongdoor.search;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of a spoken answer, in English or Spanish. */
final class Spoken {

    private final ResourceBundle sentences;

    Spoken(String lang) {
        sentences = ResourceBundle.getBundle(
                "search.spoken",
                Locale.forLanguageTag(lang),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... with) {
        return MessageFormat.format(sentences.getString(key), with);
    }
}

package org.nowrongdoor.search.format;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of a spoken answer, in English or Spanish. */
public final class Messages {

    private final ResourceBundle sentences;

    public Messages(String lang) {
        sentences = ResourceBundle.getBundle(
                "search.spoken",
                Locale.forLanguageTag(lang),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String say(String key, Object... with) {
        return MessageFormat.format(sentences.getString(key), with);
    }

    /** A text that is no message but a pattern for something else. */
    String raw(String key) {
        return sentences.getString(key);
    }
}

package org.nowrongdoor.eligibility.rule;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in English and Spanish. */
@Schema(name = "LocalizedText")
public record Label(String en, String es) {

    /** The Spanish text for any Spanish locale, the English text for every other locale. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}

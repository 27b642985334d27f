package org.nowrongdoor.eligibility.rule;

import java.util.Locale;

/** One wording in English and Spanish. */
public record Label(String en, String es) {

    /** Spanish for any Spanish locale, English for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}

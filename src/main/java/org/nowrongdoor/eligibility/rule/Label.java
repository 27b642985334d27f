package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text in English and Spanish.
 *  @param ofAnother the same said to someone who asks for another person; null where it is said in the same words */
@Schema(name = "LocalizedText")
public record Label(
        String en, String es, @JsonIgnore @Nullable Label ofAnother) {

    private static final String OF_ANOTHER = "PERSON";

    public Label(String en, String es) {
        this(en, es, null);
    }

    /** The locale of sentences to someone who asks for another person: "the person" instead of "you".
     *  @param lang {@code en} or {@code es} */
    public static Locale ofAnother(String lang) {
        return new Locale.Builder().setLanguage(lang).setVariant(OF_ANOTHER).build();
    }

    /** The Spanish text for any Spanish locale, the English text for every other locale. */
    public String in(Locale locale) {
        if (ofAnother != null && locale.getVariant().equals(OF_ANOTHER)) {
            return ofAnother.in(locale);
        }
        return locale.getLanguage().equals("es") ? es : en;
    }
}

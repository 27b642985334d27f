package org.nowrongdoor.eligibility.explain;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.nowrongdoor.eligibility.rule.CatalogueReader;
import org.nowrongdoor.eligibility.rule.Label;

/** The packaged phrases in one language, with places for what is filled in. */
final class Phrases {

    private static final Map<String, Label> LABELS = new CatalogueReader("sentences.json").labels();

    private final Locale locale;

    Phrases(Locale locale) {
        this.locale = locale;
    }

    boolean has(String name) {
        return LABELS.containsKey(name);
    }

    String phrase(String name) {
        return Objects.requireNonNull(LABELS.get(name), name).in(locale);
    }

    /** A phrase whose {@code {0}} and {@code {1}} are filled in. */
    String fill(String name, String... values) {
        var filled = phrase(name);
        for (var i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", values[i]);
        }
        return filled;
    }
}

package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Label;

/** Who asks: a person for themselves, or someone for another person or for the work they do. */
@Schema(name = "SearchAudience")
public enum Audience {
    @JsonProperty("self")
    SELF,
    @JsonProperty("helper")
    HELPER,
    @JsonProperty("professional")
    PROFESSIONAL,
    @JsonProperty("school")
    SCHOOL,
    @JsonProperty("employer")
    EMPLOYER;

    /** As requests say it. */
    public static final List<String> WORDS = Arrays.stream(values())
            .map(who -> who.name().toLowerCase(Locale.ROOT))
            .toList();

    /** Who asks in a question; the person themselves where it does not say. */
    public static Audience of(@Nullable String word) {
        return word == null || !WORDS.contains(word) ? SELF : values()[WORDS.indexOf(word)];
    }

    /** The locale of sentences to them: "you", or "the person".
     *  @param lang {@code en} or {@code es} */
    public Locale locale(String lang) {
        return this == SELF ? Locale.forLanguageTag(lang) : Label.ofAnother(lang);
    }
}

package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attribute as the catalogue publishes it. {@code prefer_not_to_say} is a valid answer to every attribute.
 *  @param unit what a number counts; null where there is no unit */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributeEntry(
        String code,
        AttributeKind kind,
        Label labels,
        @Nullable Label unit,
        @JsonIgnore Vocabulary vocabulary,
        Asking questions) {

    /** The questions that ask for the attribute. */
    @Schema(name = "AttributeQuestions")
    public record Asking(Label client, Label provider) {}

    /** The words that an answer may hold, in catalogue order; empty for attributes without a word list. */
    @JsonProperty("values")
    public Map<String, Label> values() {
        return vocabulary.words();
    }
}

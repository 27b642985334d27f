package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attribute as the catalogue publishes it. {@code prefer_not_to_say} answers every one of them.
 *
 * @param unit what a number counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributeEntry(
        String code,
        AttributeKind kind,
        Label labels,
        @Nullable Label unit,
        @JsonIgnore Vocabulary vocabulary,
        Asking questions) {

    /** How to ask for the attribute. */
    public record Asking(Label client, Label provider) {}

    /** The words an answer may hold, in their order; empty where the answer is no such word. */
    @JsonProperty("values")
    public Map<String, Label> values() {
        return vocabulary.words();
    }
}

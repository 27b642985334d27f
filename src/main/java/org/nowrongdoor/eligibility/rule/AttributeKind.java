package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of an attribute's answer, which decides the tests that a rule may apply. */
public enum AttributeKind {
    /** A number or a range of numbers: {@code min}, {@code max}. */
    @JsonProperty("number")
    NUMBER(true, false, false),
    /** One word of a list: {@code in}, {@code not_in}. */
    @JsonProperty("enum")
    WORD(false, true, false),
    /** Any number of words of a list: {@code in}, {@code not_in}, and {@code is} for "at least one". */
    @JsonProperty("set")
    WORDS(false, true, true),
    /** Any number of words of a list, or only yes or no. */
    @JsonProperty("boolean_or_set")
    YES_NO_OR_WORDS(false, true, true),
    /** Yes or no: {@code is}. */
    @JsonProperty("boolean")
    YES_NO(false, false, true),
    /** Language codes: {@code in}, {@code not_in}. */
    @JsonProperty("languages")
    LANGUAGES(false, true, false),
    /** A region id, matched by containment: {@code in}, {@code not_in}. */
    @JsonProperty("region")
    REGION(false, true, false),
    /** Accompanying children: {@code is} for "at least one", {@code min} and {@code max} for how many. */
    @JsonProperty("children")
    CHILDREN(true, false, true),
    /** Free text that no rule may test. */
    @JsonProperty("text")
    TEXT(false, false, false);

    private final boolean takesRange;
    private final boolean takesWords;
    private final boolean takesIs;

    AttributeKind(boolean takesRange, boolean takesWords, boolean takesIs) {
        this.takesRange = takesRange;
        this.takesWords = takesWords;
        this.takesIs = takesIs;
    }

    boolean takesRange() {
        return takesRange;
    }

    boolean takesWords() {
        return takesWords;
    }

    boolean takesIs() {
        return takesIs;
    }

    boolean hasWordList() {
        return this == WORD || this == WORDS || this == YES_NO_OR_WORDS;
    }

    /** The allowed tests by their JSON names, for the remedy in a fault. */
    String tests() {
        return (takesRange ? "min, max " : "") + (takesWords ? "in, not_in " : "") + (takesIs ? "is" : "");
    }
}

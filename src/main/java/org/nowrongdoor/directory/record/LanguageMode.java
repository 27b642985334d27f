package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who speaks the language: a member of staff or an interpreter. */
public enum LanguageMode {
    @JsonProperty("staff")
    STAFF,
    @JsonProperty("interpreter")
    INTERPRETER
}

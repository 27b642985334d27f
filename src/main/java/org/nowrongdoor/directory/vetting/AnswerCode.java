package org.nowrongdoor.directory.vetting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** An answer to a question of a vetting file. An unknown is neither yes nor no. */
@Schema(name = "VettingAnswerCode")
public enum AnswerCode {
    YES,
    NO,
    UNKNOWN;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    public static AnswerCode get(String wire) {
        return VettingWordReader.get(AnswerCode.class, wire, "value");
    }
}

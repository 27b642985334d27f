package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;

/** One thing that the pipeline has to say about a record.
 *  @param pointer RFC 6901 pointer into the record as it was sent
 *  @param field the member's name, for a reader without a pointer
 *  @param value what stood there; null where it might tell where a place is
 *  @param remedy the bound and what to do */
public record Finding(
        Kind kind, String pointer, String field, @Nullable String value, String remedy) {

    private static final Pattern WAS = Pattern.compile(",? was .*$", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\".*\"(?= (?:is|stands) )", Pattern.DOTALL);

    public enum Kind {
        /** The record is refused. */
        @JsonProperty("fault")
        FAULT,
        /** The record is taken, and someone should look at it. */
        @JsonProperty("warning")
        WARNING,
        /** Something was cut because it would tell where a confidential place is. */
        @JsonProperty("redacted")
        REDACTED
    }

    /** The same without anything of what stood there. */
    Finding withheld() {
        var unquoted = QUOTED.matcher(remedy).replaceFirst("\"…\"");
        return new Finding(kind, pointer, field, null, WAS.matcher(unquoted).replaceFirst(""));
    }

    Fault fault() {
        return new Fault(pointer, field + " " + remedy + (value == null ? "" : ", was " + value));
    }
}

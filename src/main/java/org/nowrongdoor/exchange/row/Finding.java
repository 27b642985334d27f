package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;

/** One thing that the pipeline has to say about a record.
 *  @param pointer RFC 6901 pointer into the record as it was sent
 *  @param field the member's name, for a reader without a pointer
 *  @param value what stood there; null where it might tell where a place is
 *  @param remedy the bound and what to do */
public record Finding(
        Kind kind, String pointer, String field, @Nullable String value, String remedy) {

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

    Fault fault() {
        return new Fault(pointer, field + " " + remedy + (value == null ? "" : ", was " + value));
    }
}

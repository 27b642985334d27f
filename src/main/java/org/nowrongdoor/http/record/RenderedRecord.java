package org.nowrongdoor.http.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A record as it is shown outside.
 *  @param lastModified when anything that is shown in it last changed */
public record RenderedRecord(ObjectNode body, Instant lastModified) {

    /** The same record, changed no earlier than another that is shown within it. */
    public RenderedRecord touched(Instant other) {
        return other.isAfter(lastModified) ? new RenderedRecord(body, other) : this;
    }
}

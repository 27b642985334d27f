package org.nowrongdoor.exchange.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.correction.CreditView;

/** What changed of a record and when, the oldest first; not who changed it.
 *  @param credits who is to be named for corrections that were accepted; only of a service
 *  @param next where to read on: {@code after} of the next request; null at the end */
public record HistoryView(
        List<Entry> history,
        List<CreditView> credits,
        @Nullable Long next) {

    /** One change.
     *  @param op create, update or delete */
    @Schema(name = "HistoryEntry")
    public record Entry(Instant at, String op, List<FieldChange> changes) {}

    /** One field of a change; without values where they must not be told.
     *  @param field RFC 6901 pointer into the record */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldChange(
            String field,
            @Nullable JsonNode previous,
            @Nullable JsonNode replacement) {}
}

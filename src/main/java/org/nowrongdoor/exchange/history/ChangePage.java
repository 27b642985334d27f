package org.nowrongdoor.exchange.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeKind;
import org.nowrongdoor.storage.ChangedEntity;

/** A stretch of the change feed.
 *  @param next what {@code after} must be to read on; opaque
 *  @param more whether there is more already */
public record ChangePage(List<ChangeView> changes, String next, boolean more) {

    /** A change of a record.
     *  @param seq its place in the order in which changes became visible; gaps are possible, repeats are not
     *  @param op an upsert, a deletion, or a redaction: what was copied before must be forgotten
     *  @param record the record as it is now, where it was asked for and there is one to be shown */
    public record ChangeView(
            long seq,
            ChangedEntity entity,
            UUID id,
            ChangeKind op,
            Instant at,

            @Schema(
                    type = SchemaType.OBJECT,
                    description =
                            "With include=record: the record as GET by its id shows it now, absent where it shows none")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable JsonNode record) {

        static ChangeView of(Change change, @Nullable JsonNode record) {
            return new ChangeView(change.seq(), change.entity(), change.id(), change.op(), change.at(), record);
        }
    }
}

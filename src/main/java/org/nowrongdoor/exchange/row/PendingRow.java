package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.nowrongdoor.storage.ChangedEntity;

/** A record on its way into the store, taken out of whatever it was nested in.
 *  @param body the record without the records that are rows of their own
 *  @param place where it stood in what was sent
 *  @param nested whether it came inside another; then what it does not mention stays as it is */
public record PendingRow(
        ChangedEntity entity, UUID id, ObjectNode body, JsonPath place, ParentIds owners, boolean nested) {

    /** A row that says nothing but which record is meant. */
    public static PendingRow lookup(ChangedEntity entity, UUID id) {
        return new PendingRow(entity, id, JsonNodeFactory.instance.objectNode(), JsonPath.ROOT, ParentIds.NONE, true);
    }

    public PendingRow with(ObjectNode other) {
        return new PendingRow(entity, id, other, place, owners, nested);
    }

    public PendingRow with(ParentIds others) {
        return new PendingRow(entity, id, body, place, others, nested);
    }
}

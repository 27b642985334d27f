package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.nowrongdoor.storage.ChangedEntity;

/** Asks the store for one record. */
public final class RecordLoader {

    private RecordLoader() {}

    /** A draft that says nothing but which record is meant. */
    public static PendingRow of(ChangedEntity entity, UUID id) {
        return new PendingRow(entity, id, JsonNodeFactory.instance.objectNode(), JsonPath.ROOT, ParentIds.NONE, true);
    }
}

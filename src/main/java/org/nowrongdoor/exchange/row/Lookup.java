package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.nowrongdoor.storage.ChangedEntity;

/** Asks the store for one record. */
public final class Lookup {

    private Lookup() {}

    /** A draft that says nothing but which record is meant. */
    public static Draft of(ChangedEntity entity, UUID id) {
        return new Draft(entity, id, JsonNodeFactory.instance.objectNode(), Place.ROOT, Owners.NONE, true);
    }
}

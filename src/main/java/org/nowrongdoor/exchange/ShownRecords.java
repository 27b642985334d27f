package org.nowrongdoor.exchange;

import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.storage.ChangedEntity;

/** Records as {@code GET} shows them, so that an edit is answered with the same bytes and the same tag. */
public interface ShownRecords {

    /** The record as it stands in the caller's transaction. */
    Optional<ShownRecord> find(ChangedEntity entity, UUID id);
}

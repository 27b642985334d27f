package org.nowrongdoor.storage;

import java.util.UUID;

/** A record that shows something that changed. */
public record TouchedRecord(ChangedEntity entity, UUID id) {}

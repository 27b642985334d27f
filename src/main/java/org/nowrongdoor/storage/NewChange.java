package org.nowrongdoor.storage;

import java.util.UUID;

/** A change about to be logged. */
public record NewChange(ChangedEntity entity, UUID id, ChangeKind op) {}

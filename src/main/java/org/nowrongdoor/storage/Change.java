package org.nowrongdoor.storage;

import java.time.Instant;
import java.util.UUID;

/** A change as the log gives it out.
 *  @param seq its place in the order in which changes became visible; gaps are possible, repeats are not */
public record Change(long seq, ChangedEntity entity, UUID id, ChangeKind op, Instant at) {}

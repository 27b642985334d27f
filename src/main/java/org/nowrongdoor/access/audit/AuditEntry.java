package org.nowrongdoor.access.audit;

import java.time.Instant;

/** One thing that staff did.
 *  @param actor the id of their key, or {@code admin}
 *  @param digest the keyed hash, in hexadecimal, of this entry and of the digest before it */
public record AuditEntry(long seq, Instant at, String actor, String action, String entity, String id, String digest) {}

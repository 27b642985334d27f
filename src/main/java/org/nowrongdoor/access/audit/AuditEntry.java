package org.nowrongdoor.access.audit;

import java.time.Instant;

/** One thing that staff did.
 *  @param seq its number, from 1; among those of one organisation where a key of it asks
 *  @param actor the id of their key, or {@code admin}
 *  @param digest the keyed hash, in hexadecimal, of this entry and of the digest before it */
public record AuditEntry(long seq, Instant at, String actor, String action, String entity, String id, String digest) {

    AuditEntry numbered(long other) {
        return new AuditEntry(other, at, actor, action, entity, id, digest);
    }
}

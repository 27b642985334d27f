package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.storage.ChangedEntity;

/** A row as it was found and as it is to be. */
public final class TrackedRow {

    public final ChangedEntity entity;
    public final UUID id;
    /** What the store holds; null for a row that is new. */
    final @Nullable public State before;

    public State now;
    public boolean deleted;
    /** Whether what was known of it must be forgotten: by its history, and by anyone who copied it. */
    public boolean forgotten;

    /** One state of a row.
     *  @param lastModified null for what is not stored yet */
    public record State(
            ObjectNode body,
            ParentIds owners,
            LocationPolicy policy,
            @Nullable Instant lastModified) {

        boolean sameAs(State other) {
            return policy == other.policy && owners.equals(other.owners) && body.equals(other.body);
        }
    }

    private TrackedRow(ChangedEntity entity, UUID id, @Nullable State before, State now) {
        this.entity = entity;
        this.id = id;
        this.before = before;
        this.now = now;
    }

    static TrackedRow stored(ChangedEntity entity, UUID id, State state) {
        return new TrackedRow(entity, id, state, state);
    }

    static TrackedRow fresh(ChangedEntity entity, UUID id, State state) {
        return new TrackedRow(entity, id, null, state);
    }

    public boolean changed() {
        return deleted ? before != null : before == null || !before.sameAs(now);
    }
}

package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
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
    /** Whether an earlier batch of the same import has checked it, so that it will be stored and is not yet. */
    boolean staged;
    /** Whether its history may tell what the batch takes away from another. */
    public boolean mayTell;

    private @Nullable State read;
    private String text = "";

    /** One state of a row.
     *  @param version of the stored row; null for what is not stored yet */
    public record State(
            ObjectNode body,
            ParentIds owners,
            LocationPolicy policy,
            @Nullable Long version) {

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

    static TrackedRow staged(ChangedEntity entity, UUID id, State state) {
        var row = new TrackedRow(entity, id, state, state);
        row.staged = true;
        return row;
    }

    static TrackedRow fresh(ChangedEntity entity, UUID id, State state) {
        return new TrackedRow(entity, id, null, state);
    }

    public boolean changed() {
        return deleted ? before != null : before == null || !before.sameAs(now);
    }

    /** Whether what it says is not at hand, as it is checked and not stored yet. */
    public boolean isStaged() {
        return staged;
    }

    /** Whether it is stored and is to go. */
    public boolean isGone() {
        return deleted && before != null;
    }

    /** Whether it comes, goes, or gets another policy. */
    public boolean isOtherPolicy() {
        return changed() && (before == null || deleted || before.policy() != now.policy());
    }

    /** Takes every text that is stored of it. */
    public void eachText(Consumer<String> taker) {
        if (before != null) {
            eachText(before.body(), taker);
        }
    }

    private static void eachText(JsonNode node, Consumer<String> taker) {
        if (node.isTextual()) {
            taker.accept(node.textValue());
        }
        node.forEach(child -> eachText(child, taker));
    }

    /** What it says now, in small letters: to look whether a closer look is worth while. */
    // Whether the state is still the one that was read, not whether it is equal to it: that would cost as much.
    @SuppressWarnings("ReferenceEquality")
    public String text() {
        if (read != now) {
            read = now;
            text = now.body().toString().toLowerCase(Locale.ROOT);
        }
        return text;
    }
}

package org.nowrongdoor.exchange.redaction;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** The records of a row, and the stored ones that were pulled in because they may tell the same. */
final class DraftRows {

    private record Key(ChangedEntity entity, UUID id) {}

    private final UnitOfWork stored;
    private final Map<Key, PendingRow> drafts = new LinkedHashMap<>();
    private final Set<Key> pulled = new HashSet<>();

    DraftRows(UnitOfWork stored) {
        this.stored = stored;
    }

    void add(PendingRow draft) {
        drafts.put(new Key(draft.entity(), draft.id()), draft);
    }

    /** Takes in a stored record, unless it is here. */
    void pull(TrackedRow held) {
        var key = new Key(held.entity, held.id);
        if (!drafts.containsKey(key)) {
            pulled.add(key);
            drafts.put(
                    key,
                    new PendingRow(
                            held.entity, held.id, held.now.body().deepCopy(), JsonPath.ROOT, held.now.owners(), true));
        }
    }

    boolean isPulled(PendingRow draft) {
        return pulled.contains(new Key(draft.entity(), draft.id()));
    }

    boolean holds(TrackedRow held) {
        return drafts.containsKey(new Key(held.entity, held.id));
    }

    /** All of them, the row's own first. */
    List<PendingRow> list() {
        return List.copyOf(drafts.values());
    }

    /** Those of a kind. */
    List<PendingRow> list(ChangedEntity entity) {
        return drafts.values().stream()
                .filter(draft -> draft.entity() == entity)
                .toList();
    }

    /** Where a service is given, as the row says. */
    List<PendingRow> placesOf(UUID service) {
        return drafts.values().stream()
                .filter(draft -> service.equals(draft.owners().service()))
                .toList();
    }

    /** What is given at a location, as the row says. */
    List<PendingRow> servicesAt(UUID location) {
        return drafts.values().stream()
                .filter(draft -> location.equals(draft.owners().location()))
                .toList();
    }

    /** The organisation of a service, as the row or the store says. */
    @Nullable UUID ownerOf(@Nullable UUID service) {
        if (service == null) {
            return null;
        }
        var draft = drafts.get(new Key(ChangedEntity.SERVICE, service));
        if (draft != null && draft.owners().organization() != null) {
            return draft.owners().organization();
        }
        var held = stored.find(ChangedEntity.SERVICE, service);
        return held == null ? null : held.now.owners().organization();
    }
}

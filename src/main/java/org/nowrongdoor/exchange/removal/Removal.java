package org.nowrongdoor.exchange.removal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.RemovedText;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** What a batch takes away: records that go, records of which earlier text must go, and pieces of that text. */
final class Removal {

    private static final Set<ChangedEntity> WITH_POLICY = Set.of(ChangedEntity.SERVICE, ChangedEntity.LOCATION);

    final RemovedText text;
    final RemovedText streets;
    final Set<String> leaves = new HashSet<>();
    final Map<ChangedEntity, List<UUID>> forgotten = new HashMap<>();
    final Map<ChangedEntity, List<UUID>> mayTell = new HashMap<>();
    final List<TrackedRow> deleted = new ArrayList<>();
    /** Rows whose policy is another than before, that are new, or that go. */
    final Map<ChangedEntity, List<UUID>> policyChanged = new HashMap<>();

    private Removal(UnitOfWork stored) {
        text = stored.removed;
        streets = stored.removedStreets;
    }

    static Removal of(UnitOfWork stored) {
        var removal = new Removal(stored);
        for (var entity : ChangedEntity.values()) {
            for (var held : stored.list(entity)) {
                removal.add(held);
            }
        }
        return removal;
    }

    private void add(TrackedRow held) {
        if (held.isGone()) {
            deleted.add(held);
            held.forgotten = true;
            held.eachText(leaf -> leaves.add(leaf.toLowerCase(Locale.ROOT)));
        }
        if (held.forgotten) {
            put(forgotten, held);
        } else if (held.mayTell) {
            put(mayTell, held);
        }
        if (WITH_POLICY.contains(held.entity) && held.isOtherPolicy()) {
            put(policyChanged, held);
        }
    }

    private static void put(Map<ChangedEntity, List<UUID>> ids, TrackedRow held) {
        ids.computeIfAbsent(held.entity, entity -> new ArrayList<>()).add(held.id);
    }

    /** Whether a value of a file, which may be cut short, tells what is removed. */
    boolean isTold(String value) {
        var said = value.toLowerCase(Locale.ROOT).replaceFirst("…+$", "");
        return text.isIn(value) || (value.length() > 3 && leaves.stream().anyMatch(leaf -> leaf.contains(said)));
    }

    /** Whether a text about an organisation tells what is removed. */
    boolean isToldOf(UUID organization, String value) {
        return text.isIn(value) || (isAtHand(organization) && streets.isIn(value));
    }

    private boolean isAtHand(UUID organization) {
        return Stream.of(forgotten, mayTell)
                .anyMatch(ids ->
                        ids.getOrDefault(ChangedEntity.ORGANIZATION, List.of()).contains(organization));
    }

    /** Whether nothing is taken away. */
    boolean isEmpty() {
        return forgotten.isEmpty() && mayTell.isEmpty();
    }

    /** The policy that must outlive a record. */
    static LocationPolicy policyOf(TrackedRow held) {
        return held.before == null ? held.now.policy() : held.before.policy().stricter(held.now.policy());
    }
}

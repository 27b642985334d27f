package org.nowrongdoor.exchange.row;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.storage.ChangedEntity;

/** The rows that a batch touches, with what the batch has made of them so far. */
public final class UnitOfWork {

    private final Map<ChangedEntity, Map<UUID, TrackedRow>> rows = new EnumMap<>(ChangedEntity.class);
    private final Map<UUID, LocationPolicy> outsideServices = new HashMap<>();
    private final Map<UUID, Set<UUID>> outsideServicesOf = new HashMap<>();
    private final Map<UUID, Set<TrackedRow>> pairs = new HashMap<>();
    private final Set<UUID> guarded = new HashSet<>();
    private final Map<ChangedEntity, Map<UUID, LocationPolicy>> removedPolicies = new EnumMap<>(ChangedEntity.class);
    private final Set<UUID> whole = new HashSet<>();
    private final Set<UUID> partners = new HashSet<>();

    /** What the batch takes out of the directory. */
    public final RemovedText removed = new RemovedText();

    /** Bare names of streets that it takes out. They name other things too, so they tell of the organisations at hand
     *  alone. */
    public final RemovedText removedStreets = new RemovedText();

    private long characters;

    UnitOfWork() {
        for (var entity : ChangedEntity.values()) {
            rows.put(entity, new LinkedHashMap<>());
        }
    }

    private Map<UUID, TrackedRow> rows(ChangedEntity entity) {
        return rows.getOrDefault(entity, Map.of());
    }

    /** Takes in a stored row, unless it is here already with what the batch has made of it. */
    void found(TrackedRow held) {
        if (rows(held.entity).putIfAbsent(held.id, held) == null) {
            index(held);
        }
    }

    /** Takes in a record that an import has checked and not stored yet. */
    public void foundStaged(ChangedEntity entity, UUID id, State state) {
        found(TrackedRow.staged(entity, id, state));
    }

    /** The policy of a record that is gone. */
    void foundRemoved(ChangedEntity entity, UUID id, LocationPolicy policy) {
        removedPolicies.computeIfAbsent(entity, each -> new HashMap<>()).put(id, policy);
    }

    /** The policy that the record with this id had when it was removed; public for one that never was here. */
    public LocationPolicy removedPolicy(ChangedEntity entity, UUID id) {
        return removedPolicies.getOrDefault(entity, Map.of()).getOrDefault(id, LocationPolicy.PUBLIC);
    }

    /** Notes that every row of an organisation is here.
     *  @return false when it was noted before */
    boolean becomeWhole(UUID organization) {
        return whole.add(organization);
    }

    /** Whether every row of an organisation is here. */
    public boolean isWhole(UUID organization) {
        return whole.contains(organization);
    }

    private void index(TrackedRow held) {
        if (held.entity == ChangedEntity.SERVICE_AT_LOCATION) {
            var owners = held.now.owners();
            for (var end : Arrays.asList(owners.service(), owners.location())) {
                if (end != null) {
                    pairs.computeIfAbsent(end, id -> new LinkedHashSet<>()).add(held);
                }
            }
        }
    }

    /** A service that is given at a place and is not part of the batch. */
    void foundOutside(UUID location, UUID service, LocationPolicy policy) {
        outsideServices.put(service, policy);
        outsideServicesOf.computeIfAbsent(location, id -> new HashSet<>()).add(service);
    }

    /** A stored organisation that rows of the batch have for a partner, of which no more is read. */
    void foundPartner(UUID organization) {
        partners.add(organization);
    }

    /** Whether an organisation is here, or is stored and was looked for as a partner. */
    public boolean hasOrganization(UUID id) {
        return find(ChangedEntity.ORGANIZATION, id) != null || partners.contains(id);
    }

    /** An organisation with something that is not public. */
    void foundGuarded(UUID organization) {
        guarded.add(organization);
    }

    public boolean isGuarded(UUID organization) {
        return guarded.contains(organization);
    }

    @Nullable public TrackedRow find(ChangedEntity entity, UUID id) {
        var held = rows(entity).get(id);
        return held == null || held.deleted ? null : held;
    }

    /** A row as it is here, also one that is to go. */
    @Nullable public TrackedRow get(ChangedEntity entity, UUID id) {
        return rows(entity).get(id);
    }

    public Collection<TrackedRow> list(ChangedEntity entity) {
        return rows(entity).values();
    }

    /** Takes the state of a row after a record was taken in. */
    public TrackedRow put(PendingRow draft, LocationPolicy policy) {
        var state = new State(draft.body(), draft.owners(), policy, null);
        var held = rows(draft.entity()).get(draft.id());
        if (held == null) {
            held = TrackedRow.fresh(draft.entity(), draft.id(), state);
            found(held);
        }
        held.deleted = false;
        held.now = state;
        index(held);
        if (policy != LocationPolicy.PUBLIC && draft.owners().organization() != null) {
            guarded.add(draft.owners().organization());
        }
        return held;
    }

    /** Where a service is given. */
    public List<TrackedRow> placesOf(UUID service) {
        return pairs.getOrDefault(service, Set.of()).stream()
                .filter(pair ->
                        !pair.deleted && service.equals(pair.now.owners().service()))
                .toList();
    }

    /** What is given at a place. */
    public List<TrackedRow> servicesAt(UUID location) {
        return pairs.getOrDefault(location, Set.of()).stream()
                .filter(pair ->
                        !pair.deleted && location.equals(pair.now.owners().location()))
                .toList();
    }

    /** The services outside the batch that are given at a place. */
    public Set<UUID> outsideServicesAt(UUID location) {
        return outsideServicesOf.getOrDefault(location, Set.of());
    }

    /** The strictest policy among the services given at a place. */
    public LocationPolicy strictestAt(UUID location) {
        var strictest = LocationPolicy.PUBLIC;
        for (var service : outsideServicesOf.getOrDefault(location, Set.of())) {
            var held = rows(ChangedEntity.SERVICE).get(service);
            strictest = strictest.stricter(
                    held == null ? outsideServices.getOrDefault(service, LocationPolicy.PUBLIC) : held.now.policy());
        }
        for (var pair : servicesAt(location)) {
            var service = pair.now.owners().service();
            var held = service == null ? null : find(ChangedEntity.SERVICE, service);
            strictest = held == null ? strictest : strictest.stricter(held.now.policy());
        }
        return strictest;
    }

    /** Counts what is read into it.
     *  @return all characters so far */
    long loaded(int more) {
        characters += more;
        return characters;
    }

    /** Ends the counting: what a redaction has to reach is read whatever it takes. */
    void countNoMore() {
        characters = Long.MIN_VALUE;
    }
}

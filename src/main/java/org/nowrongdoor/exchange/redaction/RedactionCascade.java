package org.nowrongdoor.exchange.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.PartIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.WireName;

/** Applies the policies to a row and to whatever stored record it touches: a place that stops being public takes its
 *  address along from every record that knew it. */
public final class RedactionCascade {

    private final UnitOfWork stored;
    private final RowLoader rows;
    private final PolicyResolver policies;
    private final RecordRedactor redaction;
    private final KnownAddress fragments = new KnownAddress();
    private final Map<Key, PendingRow> drafts = new LinkedHashMap<>();
    private final Set<UUID> risen = new HashSet<>();
    private final Set<Key> pulled = new HashSet<>();

    private record Key(ChangedEntity entity, UUID id) {}

    public RedactionCascade(UnitOfWork stored, RowLoader rows, PolicyResolver policies, RecordRedactor redaction) {
        this.stored = stored;
        this.rows = rows;
        this.policies = policies;
        this.redaction = redaction;
    }

    /** Every record to store, the row's own first, redacted; the store's view follows at once. */
    public void store(List<PendingRow> row) {
        row.forEach(draft -> drafts.put(new Key(draft.entity(), draft.id()), draft));
        List.copyOf(row).forEach(this::followService);
        List.copyOf(drafts.values()).forEach(this::followPlace);
        var guarded = guardedOrganizations();
        for (var draft : List.copyOf(drafts.values())) {
            var policy = draft.entity() == ChangedEntity.ORGANIZATION
                    ? guarded.contains(draft.id()) ? LocationPolicy.CONFIDENTIAL : LocationPolicy.PUBLIC
                    : told(draft);
            var before = draft.body().deepCopy();
            redaction.redact(draft, policy, fragments);
            if (risen.contains(draft.id()) || pulled.contains(new Key(draft.entity(), draft.id()))) {
                PartIds.forget(before, draft.body());
            }
            keep(draft);
        }
    }

    /** Pulls in the stored places of a service that is not public. */
    private void followService(PendingRow draft) {
        if (draft.entity() != ChangedEntity.SERVICE) {
            return;
        }
        var policy = policies.service(draft.id());
        noteRise(draft, policy);
        if (policy == LocationPolicy.PUBLIC) {
            return;
        }
        for (var pair : stored.placesOf(draft.id())) {
            pull(pair);
            if (risen.contains(draft.id())) {
                risen.add(pair.id);
            }
            var location = pair.now.owners().location();
            var held = location == null ? null : stored.find(ChangedEntity.LOCATION, location);
            if (held != null && held.now.policy().compareTo(policy) < 0) {
                pull(held);
                policies.raise(held.id, policy);
            }
        }
        for (var pair : drafts.values().stream()
                .filter(each -> draft.id().equals(each.owners().service()))
                .toList()) {
            var location = pair.owners().location();
            var held = location == null ? null : stored.find(ChangedEntity.LOCATION, location);
            if (held != null) {
                pull(held);
                policies.raise(held.id, policy);
            }
        }
    }

    /** Learns the address of a place that is not public, and pulls in who else may tell it. */
    private void followPlace(PendingRow draft) {
        if (draft.entity() != ChangedEntity.LOCATION) {
            return;
        }
        var policy = policies.location(draft.id());
        if (policy == LocationPolicy.PUBLIC) {
            return;
        }
        fragments.of(draft.body());
        var held = stored.find(ChangedEntity.LOCATION, draft.id());
        if (held == null || held.now.policy() == policy) {
            return;
        }
        noteRise(draft, policy);
        fragments.of(held.now.body());
        rows.loadServices(stored, stored.outsideServicesAt(draft.id()));
        for (var pair : stored.servicesAt(draft.id())) {
            pull(pair);
            risen.add(pair.id);
            var service = pair.now.owners().service();
            var other = service == null ? null : stored.find(ChangedEntity.SERVICE, service);
            if (other != null) {
                pull(other);
                pullOwner(other);
            }
        }
    }

    /** Those who run a service may have written where it is. */
    private void pullOwner(TrackedRow service) {
        var owner = service.now.owners().organization();
        var held = owner == null ? null : stored.find(ChangedEntity.ORGANIZATION, owner);
        if (held != null) {
            pull(held);
        }
    }

    private void noteRise(PendingRow draft, LocationPolicy policy) {
        var held = stored.find(draft.entity(), draft.id());
        if (held != null && held.before != null && held.now.policy().compareTo(policy) < 0) {
            risen.add(draft.id());
        }
    }

    private void pull(TrackedRow held) {
        var key = new Key(held.entity, held.id);
        if (!drafts.containsKey(key)) {
            pulled.add(key);
            drafts.put(
                    key,
                    new PendingRow(
                            held.entity, held.id, held.now.body().deepCopy(), JsonPath.ROOT, held.now.owners(), true));
        }
    }

    /** The organisations that own something that is not public; stored ones are pulled in when that is new. */
    private Set<UUID> guardedOrganizations() {
        var guarded = new HashSet<UUID>();
        for (var draft : List.copyOf(drafts.values())) {
            var owner = draft.entity() == ChangedEntity.ORGANIZATION
                    ? draft.id()
                    : draft.owners().organization();
            if (owner == null) {
                continue;
            }
            var held = stored.find(ChangedEntity.ORGANIZATION, owner);
            if (stored.isGuarded(owner)) {
                guarded.add(owner);
            } else if (draft.entity() != ChangedEntity.ORGANIZATION && policies.of(draft) != LocationPolicy.PUBLIC) {
                guarded.add(owner);
                if (held != null) {
                    pull(held);
                }
            }
        }
        return guarded;
    }

    /** How strictly the words of a record are read: a public service whose every place is withheld is one that is. */
    private LocationPolicy told(PendingRow draft) {
        var own = policies.of(draft);
        if (draft.entity() != ChangedEntity.SERVICE || own != LocationPolicy.PUBLIC) {
            return own;
        }
        var places = new ArrayList<@Nullable UUID>();
        drafts.values().stream()
                .filter(pair -> draft.id().equals(pair.owners().service()))
                .forEach(pair -> places.add(pair.owners().location()));
        stored.placesOf(draft.id()).forEach(pair -> places.add(pair.now.owners().location()));
        return places.stream()
                .filter(Objects::nonNull)
                .map(policies::location)
                .min(LocationPolicy::compareTo)
                .orElse(LocationPolicy.PUBLIC);
    }

    private void keep(PendingRow draft) {
        var policy = policies.of(draft);
        if (policy != LocationPolicy.PUBLIC && hasPolicy(draft)) {
            draft.body().put("location_policy", WireName.snakeCase(policy));
        }
        PartIds.give(draft);
        var held = stored.find(draft.entity(), draft.id());
        var before = held == null ? null : held.now;
        var after = stored.put(draft, hasPolicy(draft) ? policy : LocationPolicy.PUBLIC);
        after.forgotten |= risen.contains(draft.id()) || lostWords(draft, before, after.now);
    }

    private static boolean hasPolicy(PendingRow draft) {
        return draft.entity() == ChangedEntity.SERVICE || draft.entity() == ChangedEntity.LOCATION;
    }

    /** Whether a stored record that only knew an address had it cut. */
    private boolean lostWords(PendingRow draft, @Nullable State before, State now) {
        return before != null
                && pulled.contains(new Key(draft.entity(), draft.id()))
                && !before.body().equals(now.body());
    }
}

package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.PartIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RelatedRowLoader;
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
    private final RelatedRowLoader related;
    private final SiblingRedactor siblings;
    private final Findings findings;
    private final KnownAddress fragments = new KnownAddress();
    private final DraftRows drafts;
    private final Set<UUID> risen = new HashSet<>();
    /** Of locations whose address was not withheld before. */
    private final Set<UUID> organizations = new HashSet<>();
    /** Their addresses, and where each stood in what was sent. */
    private final Map<StreetAddress, JsonPath> withheld = new LinkedHashMap<>();

    /** What a cascade reads more rows with. */
    public record Loaders(RowLoader rows, RelatedRowLoader related) {}

    public RedactionCascade(
            UnitOfWork stored, Loaders loaders, PolicyResolver policies, RecordRedactor redaction, Findings findings) {
        this.stored = stored;
        this.rows = loaders.rows();
        this.related = loaders.related();
        this.policies = policies;
        this.redaction = redaction;
        this.findings = findings;
        this.drafts = new DraftRows(stored);
        this.siblings = new SiblingRedactor(stored, related, findings);
    }

    /** Every record to store, the row's own first, redacted; the store's view follows at once. */
    public void store(List<PendingRow> row) {
        row.forEach(drafts::add);
        List.copyOf(row).forEach(this::followService);
        followPlaces();
        learnFormerPlaces();
        var guarded = guardedOrganizations();
        var links = LinkRule.of(drafts.list(), stored);
        for (var draft : drafts.list()) {
            var policy = draft.entity() == ChangedEntity.ORGANIZATION
                    ? guarded.contains(draft.id()) ? LocationPolicy.CONFIDENTIAL : LocationPolicy.PUBLIC
                    : told(draft);
            var before = draft.body().deepCopy();
            redaction.redact(draft, policy, fragments, links);
            if (risen.contains(draft.id()) || drafts.isPulled(draft)) {
                PartIds.forget(before, draft.body());
            }
            keep(draft);
        }
        if (!organizations.isEmpty() && !fragments.isEmpty()) {
            siblings.cut(fragments, organizations, held -> !drafts.holds(held));
        }
        withheld.forEach(siblings::report);
    }

    /** Follows each location until none becomes stricter by another at the same address. */
    private void followPlaces() {
        var followed = new HashMap<UUID, LocationPolicy>();
        for (var isNew = true; isNew; ) {
            isNew = false;
            for (var draft : drafts.list(ChangedEntity.LOCATION)) {
                var policy = policies.location(draft.id());
                if (followed.put(draft.id(), policy) != policy) {
                    followPlace(draft);
                    isNew = true;
                }
            }
        }
    }

    /** An address that was mended before it was withheld tells almost the same. */
    private void learnFormerPlaces() {
        var locations = drafts.list(ChangedEntity.LOCATION).stream()
                .map(PendingRow::id)
                .filter(risen::contains)
                .toList();
        if (!locations.isEmpty()) {
            related.formerPlaces(locations).forEach(fragments::of);
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
            drafts.pull(pair);
            if (risen.contains(draft.id())) {
                risen.add(pair.id);
            }
            var location = pair.now.owners().location();
            var held = location == null ? null : stored.find(ChangedEntity.LOCATION, location);
            if (held != null && held.now.policy().compareTo(policy) < 0) {
                drafts.pull(held);
                policies.raise(held.id, policy);
            }
        }
        for (var pair : drafts.placesOf(draft.id())) {
            var location = pair.owners().location();
            var held = location == null ? null : stored.find(ChangedEntity.LOCATION, location);
            if (held != null) {
                drafts.pull(held);
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
        rows.loadServicesAt(stored, draft.id());
        var held = stored.find(ChangedEntity.LOCATION, draft.id());
        var isNew = held == null || held.now.policy() != policy;
        withholdSame(draft, draft.body(), isNew);
        if (held == null || !isNew) {
            return;
        }
        noteRise(draft, policy);
        fragments.of(held.now.body());
        withholdSame(draft, held.now.body(), true);
        for (var pair : stored.servicesAt(draft.id())) {
            drafts.pull(pair);
            risen.add(pair.id);
            var service = pair.now.owners().service();
            var other = service == null ? null : stored.find(ChangedEntity.SERVICE, service);
            if (other != null) {
                drafts.pull(other);
                empty(other);
                pullOwner(other);
            }
        }
    }

    /** Gives the policy of a location to every other one of its organisation at the same address. */
    private void withholdSame(PendingRow draft, ObjectNode body, boolean isNew) {
        var address = StreetAddress.of(body);
        if (address.isEmpty()) {
            return;
        }
        var policy = policies.location(draft.id());
        for (var other : drafts.list(ChangedEntity.LOCATION)) {
            if (!other.id().equals(draft.id()) && StreetAddress.of(other.body()).isSameAs(address)) {
                policies.raise(other.id(), policy);
            }
        }
        var owners = siblings.organizationsOf(draft.id(), draft.owners());
        drafts.servicesAt(draft.id()).stream()
                .map(pair -> drafts.ownerOf(pair.owners().service()))
                .filter(Objects::nonNull)
                .forEach(owners::add);
        for (var other : siblings.listSame(address, owners)) {
            if (!drafts.holds(other)) {
                drafts.pull(other);
                findings.alsoChanged("/locations/" + other.id);
            }
            policies.raise(other.id, policy);
        }
        if (isNew) {
            organizations.addAll(owners);
            organizations.addAll(related.formerOwners(List.of(draft.id())));
            withheld.put(address, draft.place());
        }
    }

    private void empty(TrackedRow held) {
        if (held.before != null) {
            risen.add(held.id);
        }
    }

    /** Those who run a service may have written where it is. */
    private void pullOwner(TrackedRow service) {
        var owner = service.now.owners().organization();
        var held = owner == null ? null : stored.find(ChangedEntity.ORGANIZATION, owner);
        if (held != null) {
            drafts.pull(held);
            empty(held);
        }
    }

    private void noteRise(PendingRow draft, LocationPolicy policy) {
        var held = stored.find(draft.entity(), draft.id());
        if (held != null && held.before != null && held.now.policy().compareTo(policy) < 0) {
            risen.add(draft.id());
        }
    }

    /** The organisations that own something that is not public; stored ones are pulled in when that is new. */
    private Set<UUID> guardedOrganizations() {
        var guarded = new HashSet<UUID>();
        for (var draft : drafts.list()) {
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
                    drafts.pull(held);
                    empty(held);
                }
            }
        }
        return guarded;
    }

    /** How strictly the words of a record are read: a public service whose every place is withheld is one that is, and so is
     *  a term that came with such a record. */
    private LocationPolicy told(PendingRow draft) {
        var own = policies.of(draft);
        if (draft.entity() == ChangedEntity.TAXONOMY_TERM || draft.entity() == ChangedEntity.TAXONOMY) {
            return draft.nested() && drafts.list().stream().anyMatch(each -> policies.of(each) != LocationPolicy.PUBLIC)
                    ? LocationPolicy.CONFIDENTIAL
                    : LocationPolicy.PUBLIC;
        }
        if (draft.entity() != ChangedEntity.SERVICE || own != LocationPolicy.PUBLIC) {
            return own;
        }
        var places = new ArrayList<@Nullable UUID>();
        drafts.placesOf(draft.id()).forEach(pair -> places.add(pair.owners().location()));
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
        return before != null && drafts.isPulled(draft) && !before.body().equals(now.body());
    }
}

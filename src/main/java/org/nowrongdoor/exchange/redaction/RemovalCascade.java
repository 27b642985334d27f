package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.RelatedRowLoader;
import org.nowrongdoor.exchange.row.RowLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.TrackedRow.State;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** Takes a record away with what cannot be without it: where it is given, the locations at which nothing else is given,
 *  and what the rest of its organisation writes of an address that nothing publishes any more. */
public final class RemovalCascade {

    private final UnitOfWork stored;
    private final RowLoader rows;
    private final RelatedRowLoader related;
    private final SiblingRedactor siblings;
    private final Findings findings;
    private final List<TrackedRow> gone = new ArrayList<>();

    public RemovalCascade(UnitOfWork stored, RedactionCascade.Loaders loaders, Findings findings) {
        this.stored = stored;
        this.rows = loaders.rows();
        this.related = loaders.related();
        this.findings = findings;
        this.siblings = new SiblingRedactor(stored, related, findings);
    }

    /** Marks everything that goes.
     *  @return the rows that go, the record's own last */
    public List<TrackedRow> remove(TrackedRow held) {
        var locations = new ArrayList<TrackedRow>();
        var organizations = new HashSet<UUID>();
        add(organizations, held.now.owners().organization());
        switch (held.entity) {
            case SERVICE -> {
                var pairs = stored.placesOf(held.id);
                pairs.forEach(this::delete);
                locations.addAll(lonely(pairs, held.id));
                related.loadOrganizations(stored, organizations);
                for (var location : List.copyOf(locations)) {
                    siblings.listSame(StreetAddress.of(location.now.body()), organizations).stream()
                            .filter(other -> !locations.contains(other) && isLonely(other.id, held.id))
                            .forEach(locations::add);
                }
            }
            case LOCATION -> {
                rows.loadServicesAt(stored, held.id);
                organizations.addAll(siblings.organizationsOf(held.id, held.now.owners()));
                stored.servicesAt(held.id).forEach(this::delete);
                locations.add(held);
            }
            case ORGANIZATION -> leavePartners(held.id);
            default -> {}
        }
        locations.forEach(location -> add(organizations, location.now.owners().organization()));
        locations.forEach(this::delete);
        if (!gone.contains(held)) {
            delete(held);
        }
        forget(locations, organizations);
        return gone;
    }

    /** Takes an organisation out of what others say of their partners. */
    private void leavePartners(UUID organization) {
        for (var id : related.loadNaming(stored, List.of(organization))) {
            var other = stored.find(ChangedEntity.ORGANIZATION, id);
            if (other == null || id.equals(organization)) {
                continue;
            }
            var body = other.now.body().deepCopy();
            if (body.path("partners") instanceof ArrayNode partners) {
                partners.removeIf(
                        partner -> partner.path("organization_id").asText().equals(organization.toString()));
                if (partners.isEmpty()) {
                    body.remove("partners");
                }
            }
            other.now = new State(body, other.now.owners(), other.now.policy(), null);
            findings.alsoChanged("/organizations/" + id);
        }
    }

    /** The locations of some pairs at which nothing is given any more. */
    private List<TrackedRow> lonely(List<TrackedRow> pairs, UUID service) {
        var found = new ArrayList<TrackedRow>();
        for (var pair : pairs) {
            var id = pair.now.owners().location();
            var location = id == null ? null : stored.find(ChangedEntity.LOCATION, id);
            if (location != null && !found.contains(location) && isLonely(location.id, service)) {
                found.add(location);
            }
        }
        return found;
    }

    private boolean isLonely(UUID location, UUID service) {
        return stored.servicesAt(location).isEmpty()
                && stored.outsideServicesAt(location).stream().allMatch(service::equals);
    }

    private void delete(TrackedRow row) {
        row.deleted = true;
        gone.add(row);
    }

    private void forget(List<TrackedRow> locations, Set<UUID> organizations) {
        var address = new KnownAddress();
        for (var location : locations) {
            // A second record at the address still publishes it.
            if (siblings.listSame(StreetAddress.of(location.now.body()), organizations)
                    .isEmpty()) {
                address.of(location.now.body());
            }
        }
        var ids = locations.stream().map(row -> row.id).toList();
        related.formerPlaces(ids).forEach(address::of);
        if (!address.isEmpty()) {
            organizations.addAll(related.formerOwners(ids));
            siblings.cut(address, organizations, held -> true);
        }
        gone.forEach(row -> phones(row.now.body()));
    }

    private void phones(JsonNode record) {
        for (var phone : record.findValues("number")) {
            if (phone.isTextual()) {
                stored.removed.addAll(List.of(phone.textValue()));
            }
        }
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}

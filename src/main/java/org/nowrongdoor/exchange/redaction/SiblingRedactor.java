package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.ParentIds;
import org.nowrongdoor.exchange.row.PartIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.row.RelatedRowLoader;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;

/** The rest of an organisation, when the address of one of its locations is taken away: other locations at the same
 *  address, and records that write of it. */
final class SiblingRedactor {

    private static final List<ChangedEntity> TOLD_OF = List.of(
            ChangedEntity.ORGANIZATION,
            ChangedEntity.SERVICE,
            ChangedEntity.LOCATION,
            ChangedEntity.SERVICE_AT_LOCATION);
    private static final List<String> OF_ITS_OWN =
            List.of("addresses", "latitude", "longitude", "external_identifier", "external_identifier_type");

    private final UnitOfWork stored;
    private final RelatedRowLoader related;
    private final Findings findings;

    SiblingRedactor(UnitOfWork stored, RelatedRowLoader related, Findings findings) {
        this.stored = stored;
        this.related = related;
        this.findings = findings;
    }

    /** The organisations of a location: its own, and those of the services given there. */
    Set<UUID> organizationsOf(UUID location, @Nullable ParentIds owners) {
        var found = new HashSet<UUID>();
        add(found, owners == null ? null : owners.organization());
        var held = stored.find(ChangedEntity.LOCATION, location);
        add(found, held == null ? null : held.now.owners().organization());
        stored.servicesAt(location).forEach(pair -> add(found, ownerOf(pair)));
        return found;
    }

    /** The public locations of some organisations at an address. */
    List<TrackedRow> listSame(StreetAddress address, Set<UUID> organizations) {
        if (address.isEmpty()) {
            return List.of();
        }
        related.loadOrganizations(stored, organizations);
        return stored.list(ChangedEntity.LOCATION).stream()
                .filter(held -> !held.deleted && held.now.policy() == LocationPolicy.PUBLIC)
                .filter(held -> isOf(held, organizations))
                .filter(held -> StreetAddress.of(held.now.body()).isSameAs(address))
                .toList();
    }

    /** Tells of public locations of other organisations at an address: they are theirs to change. */
    void report(StreetAddress address, JsonPath place) {
        if (address.postalCodes().isEmpty()) {
            return;
        }
        var same = related.listPublished(address.postalCodes()).stream()
                .filter(other -> isStillPublic(other.id()))
                .filter(other -> StreetAddress.of(other.body()).isSameAs(address))
                .map(RelatedRowLoader.PublishedLocation::id)
                .toList();
        if (!same.isEmpty()) {
            findings.warning(
                    place.at("addresses"),
                    null,
                    "stands in public locations of other organisations too: ask them whether they may tell it");
            same.forEach(id -> findings.samePlace("/locations/" + id));
        }
    }

    private boolean isStillPublic(UUID location) {
        var held = stored.find(ChangedEntity.LOCATION, location);
        return held == null || (!held.deleted && held.now.policy() == LocationPolicy.PUBLIC);
    }

    /** Cuts an address from every stored record of some organisations, and marks whose history may tell it.
     *  @param isOther which records are still to be cut */
    void cut(KnownAddress address, Set<UUID> organizations, Predicate<TrackedRow> isOther) {
        related.loadOrganizations(stored, organizations);
        var former = related.loadFormerMembers(stored, organizations);
        var rest = address.besides(published(organizations));
        for (var entity : TOLD_OF) {
            for (var held : List.copyOf(stored.list(entity))) {
                if (held.deleted || !(isOf(held, organizations) || former.contains(held.id))) {
                    continue;
                }
                held.mayTell = true;
                if (isOther.test(held) && rest.mayBeIn(held.text())) {
                    cut(held, rest);
                }
            }
        }
        stored.removed.addAll(rest.pieces());
        stored.removedStreets.addAll(rest.streets());
    }

    private void cut(TrackedRow held, KnownAddress address) {
        var before = held.now.body();
        var body = before.deepCopy();
        var own = body.objectNode();
        if (held.entity == ChangedEntity.LOCATION) {
            OF_ITS_OWN.forEach(member -> move(member, body, own));
        }
        var place = JsonPath.ROOT.at(held.entity.wire());
        new TextRedactor(address, null, new Findings()).cut(RecordSchema.of(held.entity), body, place);
        body.setAll(own);
        if (body.equals(before)) {
            return;
        }
        PartIds.forget(before, body);
        var draft = new PendingRow(held.entity, held.id, body, place, held.now.owners(), true);
        PartIds.give(draft);
        stored.put(draft, held.now.policy()).forgotten = true;
        findings.alsoChanged("/" + held.entity.wire() + "s/" + held.id);
    }

    private static void move(String member, ObjectNode from, ObjectNode to) {
        var value = from.remove(member);
        if (value != null) {
            to.set(member, value);
        }
    }

    /** What public locations of some organisations say of where they are. */
    private KnownAddress published(Set<UUID> organizations) {
        var published = new KnownAddress();
        stored.list(ChangedEntity.LOCATION).stream()
                .filter(held -> !held.deleted && held.now.policy() == LocationPolicy.PUBLIC)
                .filter(held -> isOf(held, organizations))
                .forEach(held -> published.of(held.now.body()));
        return published;
    }

    private boolean isOf(TrackedRow held, Set<UUID> organizations) {
        return switch (held.entity) {
            case ORGANIZATION -> organizations.contains(held.id);
            case SERVICE -> isIn(held.now.owners().organization(), organizations);
            case LOCATION ->
                isIn(held.now.owners().organization(), organizations)
                        || stored.servicesAt(held.id).stream().anyMatch(pair -> isIn(ownerOf(pair), organizations));
            case SERVICE_AT_LOCATION -> isIn(ownerOf(held), organizations);
            default -> false;
        };
    }

    private static boolean isIn(@Nullable UUID id, Set<UUID> ids) {
        return id != null && ids.contains(id);
    }

    private @Nullable UUID ownerOf(TrackedRow pair) {
        var service = pair.now.owners().service();
        var held = service == null ? null : stored.find(ChangedEntity.SERVICE, service);
        return held == null ? null : held.now.owners().organization();
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}

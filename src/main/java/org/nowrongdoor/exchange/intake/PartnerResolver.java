package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.exchange.row.UnreadablePart;
import org.nowrongdoor.storage.ChangedEntity;

/** Finds partners that the directory does not hold. */
final class PartnerResolver {

    private final UnitOfWork stored;
    private final UnreadablePart unreadable;
    private final Findings findings;

    PartnerResolver(UnitOfWork stored, UnreadablePart unreadable, Findings findings) {
        this.stored = stored;
        this.unreadable = unreadable;
        this.findings = findings;
    }

    /** The partners that some rows name. */
    static Set<UUID> named(Collection<PendingRow> drafts) {
        return drafts.stream()
                .filter(draft -> draft.entity() == ChangedEntity.ORGANIZATION)
                .flatMap(draft -> named(draft.body().path("partners")).stream())
                .collect(Collectors.toSet());
    }

    /** The same, to be looked for among what an import has checked. */
    static List<PendingRow> lookups(Collection<PendingRow> drafts) {
        return named(drafts).stream()
                .map(id -> PendingRow.lookup(ChangedEntity.ORGANIZATION, id))
                .toList();
    }

    /** An editor is told at once; a file may bring the other organisation later, and until then the entry is not shown. */
    void check(PendingRow draft, List<PendingRow> row) {
        var held = stored.find(ChangedEntity.ORGANIZATION, draft.id());
        // An entry that is not shown cannot have been taken out by who patches the record.
        var known = held == null ? Set.<UUID>of() : named(held.now.body().path("partners"));
        int i = 0;
        for (var partner : draft.body().path("partners")) {
            var place = draft.place().at("partners").at(i++).at("organization_id");
            var id = JsonMembers.id(partner, "organization_id");
            if (id == null || stored.hasOrganization(id) || isIn(row, id)) {
                continue;
            }
            if (unreadable == UnreadablePart.DROPPED) {
                findings.warning(place, null, "is not stored yet: the entry is shown when that organization is");
            } else if (!known.contains(id)) {
                findings.fault(place, id.toString(), "is not stored: send that organization before its partners");
            }
        }
    }

    private static Set<UUID> named(JsonNode partners) {
        var ids = new HashSet<UUID>();
        StreamSupport.stream(partners.spliterator(), false)
                .map(partner -> JsonMembers.id(partner, "organization_id"))
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids;
    }

    private static boolean isIn(List<PendingRow> row, UUID id) {
        return row.stream()
                .anyMatch(other -> other.entity() == ChangedEntity.ORGANIZATION
                        && other.id().equals(id));
    }
}

package org.nowrongdoor.exchange.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.ParentIds;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.storage.ChangedEntity;

/** What a file says of one record in all its rows, and what stands in the end: of each member what was written last, and the
 *  strictest policy. */
final class RepeatedRecord {

    /** Two rows that say otherwise.
     *  @param last the one that counts */
    record Conflict(long last, long other) {}

    /** The last row that is about this record; 0 for none, or for one before it was seen twice. */
    long lastOwn;

    /** The first row that is about it and is left out; 0 for none. */
    long firstLeftOut;

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();
    private LocationPolicy policy = LocationPolicy.PUBLIC;
    private ParentIds owners = ParentIds.NONE;
    private @Nullable Set<UUID> places;
    private boolean isWhole;
    private boolean isRead;

    /** Adds the policy that a mention asks for. */
    void addPolicy(LocationPolicy asked) {
        policy = policy.stricter(asked);
    }

    /** Adds a mention that counts. A row that is about the record says all of it, one that it is nested in a part.
     *  @param its where the service is given, if it says so */
    void add(PendingRow draft, @Nullable Set<UUID> its, long row) {
        isRead = true;
        if (!draft.nested()) {
            body.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(member -> !draft.body().has(member))
                    .toList()
                    .forEach(member -> {
                        conflicts.put(member, new Conflict(row, rows.getOrDefault(member, row)));
                        body.remove(member);
                        rows.remove(member);
                    });
            isWhole = true;
        }
        draft.body().properties().forEach(member -> {
            var before = body.get(member.getKey());
            if (before == null || !before.equals(member.getValue())) {
                if (before != null) {
                    note(member.getKey(), row);
                }
                body.set(member.getKey(), member.getValue().deepCopy());
            }
            rows.put(member.getKey(), row);
        });
        if (its != null) {
            if (places != null && !places.equals(its)) {
                note(CheckedRow.PLACES, row);
            }
            places = its;
            rows.put(CheckedRow.PLACES, row);
        }
        if (!draft.owners().equals(ParentIds.NONE)) {
            var member = owner(draft.entity());
            if (!isOf(draft.owners()) && !owners.equals(ParentIds.NONE)) {
                note(member, row);
            }
            rows.put(member, row);
        }
        owners = draft.owners().orElse(owners);
    }

    /** The member that says what a record belongs to. */
    static String owner(ChangedEntity entity) {
        return entity == ChangedEntity.SERVICE_AT_LOCATION ? "location_id" : "organization_id";
    }

    private void note(String member, long row) {
        var before = conflicts.get(member);
        var other = before == null ? rows.getOrDefault(member, row) : before.other();
        conflicts.put(member, new Conflict(row, other));
    }

    /** Whether more is known than which rows are about it and its policy. */
    boolean isRead() {
        return isRead;
    }

    /** What stands in the end. */
    ObjectNode body() {
        return body;
    }

    /** Whether that is all of it, so that what is stored besides goes. */
    boolean isWhole() {
        return isWhole;
    }

    LocationPolicy policy() {
        return policy;
    }

    /** Whether a mention has the parents that stand in the end. */
    boolean isOf(ParentIds other) {
        return !isRead || Objects.equals(other.orElse(owners), owners);
    }

    /** Where the service is given in the end; null where no row says so. */
    @Nullable Set<UUID> places() {
        return places;
    }

    /** The members about which rows differ. */
    Map<String, Conflict> conflicts() {
        return conflicts;
    }
}

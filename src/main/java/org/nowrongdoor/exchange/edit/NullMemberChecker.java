package org.nowrongdoor.exchange.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** Nulls of a merge patch that name no member of the stored document but a record next to it: what cannot be taken away
 *  by leaving it out is refused, not passed over.
 *  @see "RFC 7396" */
final class NullMemberChecker {

    private static final String PLACES = "service_at_locations";

    private static final Map<String, String> KEPT = Map.of(
            "id", "cannot be removed: it is the id in the path",
            "organization_id", "cannot be removed: the record stays with an organization; name another one",
            "organization", "cannot be removed: the record stays with an organization; name another one",
            "taxonomy_id", "cannot be removed: a term stays in a taxonomy; name another one",
            "taxonomy_detail", "cannot be removed: a term stays in a taxonomy; name another one",
            "taxonomy", "cannot be removed: a term stays in a taxonomy; name another one",
            "locations", "cannot be removed here: DELETE /locations/{id}",
            "services", "cannot be removed here: DELETE /services/{id}",
            "location_policy", "cannot be removed: set it to public, which a second editor approves");

    /** Members that say the same; a record shows one or the other. */
    private static final Map<String, List<String>> SAME = Map.of(
            "organization_id", List.of("organization_id", "organization"),
            "organization", List.of("organization_id", "organization"),
            "taxonomy_id", List.of("taxonomy_id", "taxonomy_detail", "taxonomy"),
            "taxonomy_detail", List.of("taxonomy_id", "taxonomy_detail", "taxonomy"),
            "taxonomy", List.of("taxonomy_id", "taxonomy_detail", "taxonomy"));

    private static final Set<String> RECORDS = Set.of("organization", "taxonomy_detail");

    private NullMemberChecker() {}

    /** The patch with what its nulls mean for the records next to a record.
     *  @param shown the record as it is read
     *  @throws ProblemException UNPROCESSABLE naming the first member that cannot be removed */
    static ObjectNode resolve(ChangedEntity entity, ObjectNode patch, ObjectNode shown) {
        var resolved = patch.deepCopy();
        for (var member : patch.properties()) {
            var name = member.getKey();
            if (member.getValue().isNull()) {
                refuse(name, shown);
            } else if (RECORDS.contains(name)) {
                var inner = findNull(member.getValue(), "/" + name);
                if (inner != null) {
                    throw refused(inner, "cannot be removed here: change that record by itself");
                }
            }
        }
        if (entity == ChangedEntity.SERVICE && patch.path(PLACES).isNull()) {
            resolved.putArray(PLACES);
        }
        return resolved;
    }

    private static void refuse(String name, ObjectNode shown) {
        var why = KEPT.get(name);
        // A member that is not there is taken away by doing nothing.
        if (why == null
                || SAME.getOrDefault(name, List.of(name)).stream().noneMatch(shown::hasNonNull)
                || ("location_policy".equals(name)
                        && "public".equals(shown.path(name).asText()))) {
            return;
        }
        throw refused("/" + name, why);
    }

    private static @Nullable String findNull(JsonNode value, String pointer) {
        if (value.isNull()) {
            return pointer;
        }
        for (var member : value.properties()) {
            var found = findNull(member.getValue(), pointer + "/" + member.getKey());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static ProblemException refused(String pointer, String why) {
        var detail = pointer.substring(1) + " " + why;
        return ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault(pointer, detail)));
    }
}

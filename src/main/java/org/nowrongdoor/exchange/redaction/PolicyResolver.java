package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.exchange.text.ConfidentialWordDetector;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.text.WireName;

/** Which policy holds for the records of a row: never a less strict one than before, and of a service and its place the
 *  stricter. */
public final class PolicyResolver {

    private final UnitOfWork stored;
    private final KnownTerms terms;
    private final Map<UUID, LocationPolicy> services = new HashMap<>();
    private final Map<UUID, LocationPolicy> locations = new HashMap<>();

    public PolicyResolver(UnitOfWork stored, KnownTerms terms) {
        this.stored = stored;
        this.terms = terms;
    }

    public void decide(List<PendingRow> drafts, Findings findings) {
        for (var draft : drafts) {
            if (draft.entity() == ChangedEntity.SERVICE) {
                var fallback =
                        terms.keepsConfidential(draft.body()) ? LocationPolicy.CONFIDENTIAL : LocationPolicy.PUBLIC;
                services.put(draft.id(), own(draft, fallback, findings));
            }
        }
        for (var draft : drafts) {
            if (draft.entity() == ChangedEntity.LOCATION) {
                var own = own(draft, LocationPolicy.PUBLIC, findings);
                if (saysConfidential(draft)) {
                    own = own.stricter(LocationPolicy.CONFIDENTIAL);
                }
                locations.put(draft.id(), own.stricter(stored.strictestAt(draft.id())));
            }
        }
        for (var draft : drafts) {
            var owners = draft.owners();
            if (draft.entity() == ChangedEntity.SERVICE_AT_LOCATION && owners.location() != null) {
                locations.computeIfPresent(
                        owners.location(), (id, policy) -> policy.stricter(service(owners.service())));
            }
        }
    }

    /** Whether words for "confidential" stand where the street or the city belongs. */
    private static boolean saysConfidential(PendingRow location) {
        return JsonMembers.records(location.body(), "addresses").stream()
                .flatMap(address ->
                        Stream.of("address_1", "address_2", "city").map(member -> JsonMembers.text(address, member)))
                .filter(Objects::nonNull)
                .anyMatch(ConfidentialWordDetector::isIn);
    }

    void raise(UUID location, LocationPolicy policy) {
        locations.put(location, location(location).stricter(policy));
    }

    LocationPolicy service(@Nullable UUID id) {
        var held = id == null ? null : stored.find(ChangedEntity.SERVICE, id);
        var before = held == null ? LocationPolicy.PUBLIC : held.now.policy();
        return id == null ? LocationPolicy.PUBLIC : services.getOrDefault(id, before);
    }

    LocationPolicy location(@Nullable UUID id) {
        var held = id == null ? null : stored.find(ChangedEntity.LOCATION, id);
        var before = held == null ? LocationPolicy.PUBLIC : held.now.policy();
        return id == null ? LocationPolicy.PUBLIC : locations.getOrDefault(id, before);
    }

    /** The policy of a record of any kind. */
    LocationPolicy of(PendingRow draft) {
        return switch (draft.entity()) {
            case SERVICE -> service(draft.id());
            case LOCATION -> location(draft.id());
            case SERVICE_AT_LOCATION ->
                service(draft.owners().service())
                        .stricter(location(draft.owners().location()));
            default -> LocationPolicy.PUBLIC;
        };
    }

    /** The policy that a record asks for by itself, whatever is stored. */
    public static LocationPolicy asked(PendingRow draft, KnownTerms terms) {
        var stated = stated(draft.body());
        return switch (draft.entity()) {
            case SERVICE ->
                stated != null
                        ? stated
                        : terms.keepsConfidential(draft.body()) ? LocationPolicy.CONFIDENTIAL : LocationPolicy.PUBLIC;
            case LOCATION -> {
                var own = stated == null ? LocationPolicy.PUBLIC : stated;
                yield saysConfidential(draft) ? own.stricter(LocationPolicy.CONFIDENTIAL) : own;
            }
            default -> LocationPolicy.PUBLIC;
        };
    }

    /** The policy that a record states. */
    static @Nullable public LocationPolicy stated(ObjectNode body) {
        var text = JsonMembers.text(body, "location_policy");
        if (text == null) {
            return null;
        }
        for (var policy : LocationPolicy.values()) {
            if (WireName.snakeCase(policy).equals(text)) {
                return policy;
            }
        }
        return null;
    }

    private LocationPolicy own(PendingRow draft, LocationPolicy fallback, Findings findings) {
        var stated = stated(draft.body());
        var wanted = stated == null ? fallback : stated;
        var held = stored.find(draft.entity(), draft.id());
        var before = held == null ? stored.removedPolicy(draft.entity(), draft.id()) : held.now.policy();
        if (stated != null && stated.compareTo(before) < 0) {
            findings.warning(
                    draft.place().at("location_policy"),
                    WireName.snakeCase(stated),
                    "stays " + WireName.snakeCase(before)
                            + ". Ask for a less strict policy by PUT or PATCH of the record."
                            + " It needs a second editor.");
        }
        return wanted.stricter(before);
    }
}

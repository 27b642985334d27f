package org.nowrongdoor.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.storage.ChangedEntity;

/** Records as they are stored, with what is nested in a service put back. */
@Singleton
class StoredAsShown implements ShownRecords {

    private final StoredRows rows;

    StoredAsShown(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<ShownRecord> find(ChangedEntity entity, UUID id) {
        var stored = rows.load(List.of(Lookup.of(entity, id)));
        var held = stored.find(entity, id);
        if (held == null || held.before == null || held.before.lastModified() == null) {
            return Optional.empty();
        }
        var body = held.now.body().deepCopy();
        if (entity == ChangedEntity.SERVICE) {
            nest(body, held, stored);
        }
        var at = held.before.lastModified();
        var tag = '"'
                + UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                + '"';
        return Optional.of(new ShownRecord(body, tag, at == null ? Instant.EPOCH : at));
    }

    private static void nest(ObjectNode body, Held held, Stored stored) {
        var owner = held.now.owners().organization();
        var organization = owner == null ? null : stored.find(ChangedEntity.ORGANIZATION, owner);
        if (organization != null) {
            body.set("organization", organization.now.body());
        }
        var pairs = stored.placesOf(held.id);
        if (!pairs.isEmpty()) {
            var list = body.putArray("service_at_locations");
            for (var pair : pairs) {
                var place = pair.now.owners().location();
                var location = place == null ? null : stored.find(ChangedEntity.LOCATION, place);
                var shown = pair.now.body().deepCopy();
                if (location != null) {
                    shown.set("location", location.now.body());
                }
                list.add(shown);
            }
        }
    }
}

package org.nowrongdoor.directory.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.TouchedRecord;

/** Finds whom changes touch, by the rules of {@link TouchRule}, in the caller's transaction. */
@Singleton
public class TouchedRecordFinder {

    private final EntityManager entities;

    TouchedRecordFinder(EntityManager entities) {
        this.entities = entities;
    }

    /** The services whose documents in the index hold something that changed, those that changed themselves among them. */
    public Set<UUID> indexedServices(List<Change> changes) {
        var byEntity = changes.stream()
                .collect(Collectors.groupingBy(Change::entity, Collectors.mapping(Change::id, Collectors.toSet())));
        var services = new HashSet<>(byEntity.getOrDefault(ChangedEntity.SERVICE, Set.of()));
        for (var rule : TouchRule.values()) {
            if (rule.isIndexed) {
                ask(rule, byEntity.getOrDefault(rule.of, Set.of())).forEach(link -> services.add(link.touched));
            }
        }
        return services;
    }

    /** The records that others are shown with something that changed in them, and that did not change themselves at the
     *  same time or after it. */
    public Set<TouchedRecord> shown(List<Change> changes) {
        var latest = new HashMap<TouchedRecord, Change>();
        changes.forEach(change -> latest.put(new TouchedRecord(change.entity(), change.id()), change));
        var found = new LinkedHashSet<TouchedRecord>();
        for (var rule : TouchRule.values()) {
            var causes = latest.entrySet().stream()
                    .filter(entry -> entry.getKey().entity() == rule.of)
                    .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
            for (var link : ask(rule, causes.keySet())) {
                var touched = new TouchedRecord(rule.touched, link.touched);
                var cause = causes.get(link.changed);
                var own = latest.get(touched);
                if (link.isShown && cause != null && (own == null || !tellsOf(own, cause))) {
                    found.add(touched);
                }
            }
        }
        // The time of a service's last change is part of what is shown of it elsewhere.
        var services = ids(found);
        for (var rule : TouchRule.OF_SERVICES) {
            ask(rule, services).stream()
                    .filter(link -> link.isShown)
                    .forEach(link -> found.add(new TouchedRecord(rule.touched, link.touched)));
        }
        return found;
    }

    private static Set<UUID> ids(Collection<TouchedRecord> records) {
        return records.stream()
                .filter(record -> record.entity() == ChangedEntity.SERVICE)
                .map(TouchedRecord::id)
                .collect(Collectors.toSet());
    }

    /** Whether a record's own change tells of another that it shows. */
    private static boolean tellsOf(Change own, Change cause) {
        return own.at().equals(cause.at())
                || (own.seq() > cause.seq() && own.at().isAfter(cause.at()));
    }

    private record Link(UUID changed, UUID touched, boolean isShown) {}

    private List<Link> ask(TouchRule rule, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(rule.sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (var rows = statement.executeQuery()) {
                    var links = new ArrayList<Link>();
                    while (rows.next()) {
                        links.add(new Link(
                                rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getBoolean(3)));
                    }
                    return links;
                }
            }
        });
    }
}

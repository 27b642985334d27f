package org.nowrongdoor.search.indexer;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.search.index.DocumentPart;

/** What is not to be tried again until its service has changed. */
final class FaultRegistry {

    private final Map<UUID, List<IndexFault>> lasting = new HashMap<>();

    void learn(Collection<IndexFault> all) {
        lasting.clear();
        all.stream().map(IndexFault::service).distinct().forEach(id -> put(id, all));
    }

    void replace(Collection<UUID> tried, Collection<IndexFault> found) {
        tried.forEach(lasting::remove);
        found.forEach(fault -> put(fault.service(), found));
    }

    private void put(UUID id, Collection<IndexFault> all) {
        var own = all.stream()
                .filter(fault -> fault.service().equals(id) && fault.isLasting())
                .toList();
        if (!own.isEmpty()) {
            lasting.put(id, own);
        }
    }

    /** Whether a whole service is not to be tried, unless it has changed. */
    boolean isSetAside(UUID id) {
        return of(id).stream().anyMatch(fault -> fault.part().equals(IndexFault.RECORD));
    }

    boolean hasChanged(UUID id, Instant version) {
        return of(id).stream().noneMatch(fault -> fault.version().equals(version));
    }

    /** The parts that are not to be tried. */
    Set<DocumentPart> leftOut(UUID id, Instant version) {
        var parts = EnumSet.noneOf(DocumentPart.class);
        for (var part : DocumentPart.values()) {
            if (of(id).stream()
                    .anyMatch(fault -> fault.part().equals(IndexFault.name(part))
                            && fault.version().equals(version))) {
                parts.add(part);
            }
        }
        return parts;
    }

    private List<IndexFault> of(UUID id) {
        return lasting.getOrDefault(id, List.of());
    }
}

package org.nowrongdoor.exchange.intake;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.TrackedRow;
import org.nowrongdoor.exchange.row.UnitOfWork;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.TouchedRecord;

/** Finds the records that showed something before a batch and show it no more after it. From rows that are gone, or belong
 *  elsewhere, no reader of the change log can tell whose they were. */
final class LostPartFinder {

    private LostPartFinder() {}

    /** The records that lost something and did not change themselves.
     *  @param followed those of which others again show what was lost, or the index has it
     *  @param shown those that others show without it */
    record Lost(Set<TouchedRecord> followed, Set<TouchedRecord> shown) {

        Set<TouchedRecord> all() {
            return Stream.concat(followed.stream(), shown.stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    static Lost find(UnitOfWork stored) {
        var followed = new LinkedHashSet<TouchedRecord>();
        for (var pair : stored.list(ChangedEntity.SERVICE_AT_LOCATION)) {
            if (isElsewhere(pair)) {
                var before = Objects.requireNonNull(pair.before).owners();
                add(followed, ChangedEntity.SERVICE, before.service(), stored);
            }
        }
        for (var location : stored.list(ChangedEntity.LOCATION)) {
            if (isElsewhere(location) || isNoLongerPublic(location)) {
                add(followed, ChangedEntity.ORGANIZATION, ownerBefore(location), stored);
                stored.servicesAt(location.id)
                        .forEach(pair -> add(
                                followed,
                                ChangedEntity.SERVICE,
                                pair.now.owners().service(),
                                stored));
            }
        }
        var shown = new LinkedHashSet<TouchedRecord>();
        for (var service : stored.list(ChangedEntity.SERVICE)) {
            if (isElsewhere(service)) {
                add(shown, ChangedEntity.ORGANIZATION, ownerBefore(service), stored);
            }
        }
        shown.removeAll(followed);
        return new Lost(followed, shown);
    }

    private static boolean isElsewhere(TrackedRow row) {
        return row.before != null && (row.deleted || !row.before.owners().equals(row.now.owners()));
    }

    private static boolean isNoLongerPublic(TrackedRow row) {
        return row.before != null
                && row.before.policy() == LocationPolicy.PUBLIC
                && row.now.policy() != LocationPolicy.PUBLIC;
    }

    private static @Nullable UUID ownerBefore(TrackedRow row) {
        return Objects.requireNonNull(row.before).owners().organization();
    }

    private static void add(Set<TouchedRecord> found, ChangedEntity entity, @Nullable UUID id, UnitOfWork stored) {
        var own = id == null ? null : stored.get(entity, id);
        if (id != null && (own == null || !own.changed())) {
            found.add(new TouchedRecord(entity, id));
        }
    }
}

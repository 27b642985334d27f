package org.nowrongdoor.search.indexer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nowrongdoor.directory.store.TouchedRecordFinder;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.taxonomy.Terms;

/** Finds the services whose documents have to be written again after changes. */
@Singleton
class ChangedServiceFinder {

    private static final Set<ChangedEntity> TERMS = Set.of(ChangedEntity.TAXONOMY, ChangedEntity.TAXONOMY_TERM);

    private final TouchedRecordFinder touched;
    private final Terms terms;

    ChangedServiceFinder(TouchedRecordFinder touched, Terms terms) {
        this.touched = touched;
        this.terms = terms;
    }

    /** Each of them once. Documents made from now on hold the words of the terms as these changes left them. */
    List<UUID> find(List<Change> changes) {
        if (hasTerms(changes)) {
            terms.refresh();
        }
        return List.copyOf(QuarkusTransaction.requiringNew().call(() -> touched.indexedServices(changes)));
    }

    /** Whether the words of terms are among what changed, which documents made before do not hold. */
    boolean hasTerms(List<Change> changes) {
        return changes.stream().anyMatch(change -> TERMS.contains(change.entity()));
    }
}

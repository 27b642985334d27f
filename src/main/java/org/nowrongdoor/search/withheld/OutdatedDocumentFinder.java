package org.nowrongdoor.search.withheld;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.nowrongdoor.storage.WithheldRow;
import org.nowrongdoor.storage.WithheldServices;

/** Tells which documents no search may find, whatever the index holds (decision Withheld-Until-Rewritten). */
@Singleton
public class OutdatedDocumentFinder {

    private final WithheldServices services;
    private volatile Known last = new Known(Map.of(), OutdatedDocuments.NONE);

    private record Known(Map<UUID, WithheldRow> of, OutdatedDocuments documents) {}

    public OutdatedDocumentFinder(WithheldServices services) {
        this.services = services;
    }

    /** All that are outdated by now; a question begins with it, before it opens the index. */
    public OutdatedDocuments current() {
        return of(services.current());
    }

    /** Those known of, which are enough within a question that began with {@link #current}. */
    public OutdatedDocuments known() {
        return of(services.known());
    }

    private OutdatedDocuments of(Map<UUID, WithheldRow> withheld) {
        var known = last;
        if (known.of != withheld) {
            known = new Known(withheld, OutdatedDocuments.of(withheld.values()));
            last = known;
        }
        return known.documents;
    }
}

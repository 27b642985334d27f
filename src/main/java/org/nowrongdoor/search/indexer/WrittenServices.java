package org.nowrongdoor.search.indexer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The services that were read and written since a place in the log could be seen. Changes up to there are in their
 *  documents, however many of them still come: what one import changed of a service is written once. */
final class WrittenServices {

    // 250,000: some 20 MB; beyond that some are written twice.
    private static final int MOST = 250_000;

    private final Set<UUID> ids = new HashSet<>();
    private long covered = -1;

    /** Begins to remember, unless what is remembered still spares something.
     *  @param position up to where the log has been followed
     *  @param head up to where it can be seen */
    void begin(long position, long head) {
        if (position >= covered) {
            ids.clear();
            covered = head;
        }
    }

    /** Notes services whose reading began after the last {@link #begin}. */
    void add(Collection<UUID> written) {
        if (covered >= 0 && ids.size() < MOST) {
            ids.addAll(written);
        }
    }

    /** Those of some services that have to be written for changes up to a number. */
    List<UUID> without(List<UUID> services, long seq) {
        return seq > covered
                ? services
                : services.stream().filter(id -> !ids.contains(id)).toList();
    }

    /** Forgets all: nothing more is spared, or what they were made with has changed. */
    void forget() {
        ids.clear();
        covered = -1;
    }
}

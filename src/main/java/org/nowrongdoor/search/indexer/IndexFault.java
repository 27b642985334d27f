package org.nowrongdoor.search.indexer;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.DocumentPart;
import org.nowrongdoor.search.index.PartFault;
import org.nowrongdoor.search.index.PartFault.Reason;

/** A service that the index has not, or not whole.
 *  @param part what is missing: {@code record} for all of it
 *  @param version the service's last change when that was found */
record IndexFault(UUID service, String part, Reason reason, String detail, Instant version) {

    static final String RECORD = "record";

    static IndexFault of(UUID service, @Nullable DocumentPart part, PartFault fault, Instant version) {
        return new IndexFault(service, name(part), fault.reason(), fault.detail(), version);
    }

    static String name(@Nullable DocumentPart part) {
        return part == null ? RECORD : part.name().toLowerCase(Locale.ROOT);
    }

    /** Whether to try again would do the same harm, as long as the service is what it was. */
    boolean isLasting() {
        return reason == Reason.TOO_SLOW || reason == Reason.ENDED_THE_PROCESS;
    }
}

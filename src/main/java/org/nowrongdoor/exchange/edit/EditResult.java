package org.nowrongdoor.exchange.edit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.http.record.RenderedRecord;

/** What an edit has come to.
 *  @param created whether the record is new
 *  @param pending the less strict policy that waits for a second editor; then nothing else was stored, unless the record is new */
public record EditResult(
        boolean created,
        RenderedRecord shown,
        Findings findings,
        @Nullable Pending pending) {

    /** A less strict policy that waits.
     *  @param proposal names it: another one for the same record has another id */
    public record Pending(UUID proposal, LocationPolicy policy) {}
}

package org.nowrongdoor.exchange.intake;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.exchange.check.RetiredNumbers;
import org.nowrongdoor.exchange.row.KnownTerms;
import org.nowrongdoor.exchange.row.UnreadablePart;

/** What one edit or one import knows while it runs.
 *  @param actor who is named in the history; null for the house itself
 *  @param reach whose records it may change
 *  @param unreadable what becomes of a part that cannot be read
 *  @param seen what may be written over
 *  @param first what the first reading of the file has found */
public record IngestContext(
        KnownTerms terms,
        RetiredNumbers retired,
        @Nullable String actor,
        Reach reach,
        UnreadablePart unreadable,
        SeenVersions seen,
        FirstReading first) {}

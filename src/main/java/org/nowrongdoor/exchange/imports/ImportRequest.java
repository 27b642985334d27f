package org.nowrongdoor.exchange.imports;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;

/** What a sender asks of an import. */
record ImportRequest(
        @Nullable String source,
        boolean partial,
        boolean dryRun,
        @Nullable String actor,
        Reach reach) {}

package org.nowrongdoor.exchange.imports;

import org.jspecify.annotations.Nullable;

/** What a sender asks of an import. */
record ImportRequest(
        @Nullable String source,
        boolean partial,
        boolean dryRun,
        @Nullable String actor) {}

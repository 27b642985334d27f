package org.nowrongdoor.exchange.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as its sender sees it.
 *  @param status queued, running, completed or failed
 *  @param detail how it ended, in a sentence
 *  @param faults where the report of every row stands */
public record ImportView(
        UUID id,
        String status,
        @Nullable String detail,
        @Nullable String source,
        String format,
        boolean partial,
        boolean dryRun,
        ImportTotals totals,
        String faults,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static ImportView of(ImportRun run) {
        return new ImportView(
                run.id,
                run.status,
                run.detail,
                run.source,
                run.format,
                run.partial,
                run.dryRun,
                new ImportTotals(run.read, run.added, run.changed, run.unchanged, run.refused, run.redacted),
                "/imports/" + run.id + "/faults",
                run.receivedAt,
                run.startedAt,
                run.endedAt);
    }
}

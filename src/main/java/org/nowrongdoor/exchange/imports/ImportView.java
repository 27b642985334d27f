package org.nowrongdoor.exchange.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.text.WireName;

/** An import as its sender sees it.
 *  @param status queued, running, completed or failed
 *  @param phase checking, when no record has been touched, or applying; null before it begins; the totals are of this phase
 *  @param detail how it ended, in a sentence
 *  @param faults where the report of every row stands
 *  @param searchableAt when a search could find all that is stored; null until then, and where nothing was */
public record ImportView(
        UUID id,
        String status,
        @Nullable String phase,
        @Nullable String detail,
        @Nullable String source,
        String format,
        boolean partial,
        boolean dryRun,
        ImportTotals totals,
        String faults,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant searchableAt) {

    static ImportView of(ImportRun run) {
        return new ImportView(
                run.id,
                run.status,
                run.phase == null ? null : WireName.snakeCase(run.phase),
                run.detail,
                run.source,
                run.format,
                run.partial,
                run.dryRun,
                run.totals(),
                "/imports/" + run.id + "/faults",
                run.receivedAt,
                run.startedAt,
                run.endedAt,
                run.searchableAt);
    }
}

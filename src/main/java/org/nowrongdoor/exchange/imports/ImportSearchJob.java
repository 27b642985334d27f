package org.nowrongdoor.exchange.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.nowrongdoor.storage.ChangeLog;
import org.nowrongdoor.storage.ChangeReader;

/** Notes when a search can find what an import has stored. */
@Singleton
class ImportSearchJob {

    private final ImportRunRepository runs;
    private final ChangeLog changes;
    private final ChangeReader index;
    private final Map<UUID, Long> targets = new HashMap<>();

    ImportSearchJob(ImportRunRepository runs, ChangeLog changes, ChangeReader index) {
        this.runs = runs;
        this.changes = changes;
        this.index = index;
    }

    /** Every second: while nothing waits, that is one look into an empty index of the database. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var waiting = runs.listUnsearched();
        targets.keySet().retainAll(waiting.stream().map(run -> run.id).toList());
        for (var run : waiting) {
            if (target(run).stream().anyMatch(seq -> index.position() >= seq)) {
                runs.searchable(run.id);
            }
        }
    }

    /** What the index has to have followed. Kept once it is known: what others change later is no part of the import, and
     *  the log may never stand still. */
    private OptionalLong target(ImportRun run) {
        var known = targets.get(run.id);
        var mark = run.searchableMark;
        if (known != null || mark == null) {
            return known == null ? OptionalLong.empty() : OptionalLong.of(known);
        }
        var target = changes.headAfter(mark);
        target.ifPresent(seq -> targets.put(run.id, seq));
        return target;
    }
}

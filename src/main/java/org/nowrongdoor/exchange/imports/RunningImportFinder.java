package org.nowrongdoor.exchange.imports;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.nowrongdoor.access.caller.Reach;

/** Tells an editor which imports may hold a record, without those of others. */
@Singleton
public class RunningImportFinder {

    private final ImportRunRepository imports;

    RunningImportFinder(ImportRunRepository imports) {
        this.imports = imports;
    }

    /** What runs now.
     *  @param isAny whether any import does
     *  @param own those within reach */
    public record Running(boolean isAny, List<UUID> own) {}

    public Running find(Reach reach) {
        var runs = imports.listRunning();
        var own = runs.stream()
                .filter(run -> reach.covers(run.organizationId))
                .map(run -> run.id)
                .toList();
        return new Running(!runs.isEmpty(), own);
    }
}

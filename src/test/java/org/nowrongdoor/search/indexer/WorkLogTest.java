package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was at work when a process ended is known to the next one. */
class WorkLogTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasAtWorkIsLeft() {
        var one = UUID.randomUUID();
        log().begin(List.of(one), 2);
        assertEquals(List.of(one), log().left());
        log().begin(List.of(one), 2);
        assertEquals(2, log().tries());
        assertEquals(List.of(), log().left(), "each process is told once");
    }

    @Test
    void whatWasDoneIsNot() {
        var log = log();
        log.begin(List.of(UUID.randomUUID()), 1);
        log.done();
        assertEquals(List.of(), log().left());
    }

    @Test
    void aBatchIsLeftInItsOrder() {
        var ids = Stream.generate(UUID::randomUUID).limit(250).toList();
        log().begin(ids, 1);
        assertEquals(ids, log().left());
    }

    private WorkLog log() {
        return new WorkLog(folder.resolve("data/index-work"));
    }
}

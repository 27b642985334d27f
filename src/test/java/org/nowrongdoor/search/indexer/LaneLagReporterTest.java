package org.nowrongdoor.search.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.ChangeLane;

/** What operators see of a lane that is behind, on a clock that a test turns. */
class LaneLagReporterTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LaneLagReporter lags = new LaneLagReporter(meters, nanos::get);

    @Test
    void theLagOfEachLaneIsCountedInSeconds() {
        pass(40);
        lags.isCurrent(ChangeLane.EDITS);
        pass(2);
        assertEquals(2, seconds("edits"));
        assertEquals(42, seconds("bulk"));
    }

    @Test
    void whatIsWrittenForEachLaneIsCounted() {
        lags.written(ChangeLane.BULK, 250);
        lags.written(ChangeLane.BULK, 30);
        lags.written(ChangeLane.REMOVALS, 1);
        assertEquals(280, written("bulk"));
        assertEquals(1, written("removals"));
    }

    @Test
    void aLineAMinuteTellsOfALaneThatIsBehind() {
        var lines = new ArrayList<String>();
        for (var second = 0; second < 150; second++) {
            pass(1);
            lags.isCurrent(ChangeLane.EDITS);
            lags.isCurrent(ChangeLane.REMOVALS);
            lags.written(ChangeLane.BULK, 500);
            lines.addAll(lags.due(7_000));
        }
        assertEquals(
                List.of(
                        "The index is 7000 changes behind, bulk for 60 s; it writes 500 services a second",
                        "The index is 7000 changes behind, bulk for 120 s; it writes 500 services a second"),
                lines);
    }

    @Test
    void noLineTellsOfLanesThatAreCurrent() {
        for (var second = 0; second < 150; second++) {
            pass(1);
            List.of(ChangeLane.values()).forEach(lags::isCurrent);
            assertEquals(List.of(), lags.due(1));
        }
    }

    private double seconds(String lane) {
        return meters.get("directory.index.lag.seconds")
                .tag("lane", lane)
                .gauge()
                .value();
    }

    private double written(String lane) {
        return meters.get("directory.index.written")
                .tag("lane", lane)
                .functionCounter()
                .count();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}

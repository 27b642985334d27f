package org.nowrongdoor.search.indexer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.ChangeLane;

/** Tells operators how long each lane has been waited for and how many services are written for it, and says so in a line
 *  a minute while one is behind. */
final class LaneLagReporter {

    private static final Logger LOG = Logger.getLogger(LaneLagReporter.class);
    private static final Duration LINE = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Map<ChangeLane, AtomicLong> current = new EnumMap<>(ChangeLane.class);
    private final Map<ChangeLane, AtomicLong> written = new EnumMap<>(ChangeLane.class);
    private long lineAt;
    private long writtenAtLine;

    LaneLagReporter(MeterRegistry meters, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lineAt = nanoTime.getAsLong();
        for (var lane : ChangeLane.values()) {
            var name = name(lane);
            var since = new AtomicLong(nanoTime.getAsLong());
            var count = new AtomicLong();
            current.put(lane, since);
            written.put(lane, count);
            meters.gauge("directory.index.lag.seconds", Tags.of("lane", name), this, one -> one.seconds(lane));
            meters.more().counter("directory.index.written", Tags.of("lane", name), count);
        }
    }

    private static AtomicLong of(Map<ChangeLane, AtomicLong> lanes, ChangeLane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /** Notes that searches see all of a lane. */
    void isCurrent(ChangeLane lane) {
        of(current, lane).set(nanoTime.getAsLong());
    }

    /** Notes services that were written for a lane. */
    void written(ChangeLane lane, int services) {
        of(written, lane).addAndGet(services);
    }

    private double seconds(ChangeLane lane) {
        return lag(lane).toMillis() / 1e3;
    }

    private Duration lag(ChangeLane lane) {
        return Duration.ofNanos(nanoTime.getAsLong() - of(current, lane).get());
    }

    /** Writes a line for each lane that is behind, when it is due.
     *  @param changes how many wait */
    void report(long changes) {
        due(changes).forEach(LOG::info);
    }

    List<String> due(long changes) {
        var now = nanoTime.getAsLong();
        var passed = Duration.ofNanos(now - lineAt);
        if (passed.compareTo(LINE) < 0) {
            return List.of();
        }
        var sum = written.values().stream().mapToLong(AtomicLong::get).sum();
        var rate = (sum - writtenAtLine) / passed.toSeconds();
        lineAt = now;
        writtenAtLine = sum;
        return Stream.of(ChangeLane.values())
                .filter(lane -> lag(lane).compareTo(LINE) >= 0)
                .map(lane -> "The index is %d changes behind, %s for %d s; it writes %d services a second"
                        .formatted(changes, name(lane), lag(lane).toSeconds(), rate))
                .toList();
    }

    private static String name(ChangeLane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }
}

package org.nowrongdoor.search.indexer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.nowrongdoor.storage.Change;
import org.nowrongdoor.storage.ChangeLane;
import org.nowrongdoor.storage.ChangeLog;

/** How far each lane of the change log has been followed; -1 before the beginning. */
final class LaneCursors {

    /** The lanes that overtake, the first one first. */
    static final List<ChangeLane> URGENT = List.of(ChangeLane.EDITS, ChangeLane.REMOVALS);

    private final Map<ChangeLane, AtomicLong> last = new EnumMap<>(ChangeLane.class);

    LaneCursors() {
        for (var lane : ChangeLane.values()) {
            last.put(lane, new AtomicLong(-1));
        }
    }

    long of(ChangeLane lane) {
        return position(lane).get();
    }

    /** What comes next in a lane, up to a number that is known to be visible. */
    List<Change> next(ChangeLog log, ChangeLane lane, long head, int most) {
        var from = of(lane);
        return from >= head ? List.of() : log.after(lane, from, most);
    }

    /** Whether there is something in a lane that overtakes, or what has no number yet may be. */
    boolean areWaiting(ChangeLog log) {
        return log.headAfter(Long.MAX_VALUE).isEmpty()
                || URGENT.stream()
                        .anyMatch(lane -> !log.after(lane, of(lane), 1).isEmpty());
    }

    private AtomicLong position(ChangeLane lane) {
        var position = last.get(lane);
        if (position == null) {
            throw new IllegalArgumentException(lane.name());
        }
        return position;
    }

    /** Follows a lane up to a change; never back. */
    void advance(ChangeLane lane, long seq) {
        position(lane).accumulateAndGet(seq, Math::max);
    }

    /** Begins every lane at one place, those that are ahead of it stay there. */
    void begin(long seq) {
        last.keySet().forEach(lane -> advance(lane, seq));
    }

    /** Begins the lanes that overtake. */
    void beginUrgent(long seq) {
        URGENT.forEach(lane -> advance(lane, seq));
    }

    /** Up to where every lane has been followed. */
    long lowest() {
        return lowest(last.keySet());
    }

    /** Up to where the lanes that overtake have been followed. */
    long lowestUrgent() {
        return lowest(URGENT);
    }

    private long lowest(Collection<ChangeLane> lanes) {
        return lanes.stream().mapToLong(this::of).min().orElse(-1);
    }
}

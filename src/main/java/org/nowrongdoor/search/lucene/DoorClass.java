package org.nowrongdoor.search.lucene;

import java.util.List;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.DoorKind;
import org.nowrongdoor.search.index.DoorRank;

/** Doors by what counts most among their points: each class stands before the next, as far as nobody needs anything. */
public enum DoorClass {
    ANSWERS_ANYBODY(0, DoorRank.ANSWERS_ANYBODY + DoorRank.PEER, List.of(DoorKind.values())),
    PEER_LED(1, DoorRank.PEER, List.of(DoorKind.PEER_LED, DoorKind.STATEWIDE, DoorKind.ALTERNATIVE)),
    OTHER(2, 0, List.of(DoorKind.STATEWIDE, DoorKind.ALTERNATIVE));

    private final int number;
    private final int most;
    private final int kinds;

    DoorClass(int number, int points, List<DoorKind> kinds) {
        this.number = number;
        this.most = points + Channels.AT_ONCE.size() * DoorRank.REACHED_AT_ONCE;
        this.kinds = DoorRank.bits(kinds);
    }

    /** From 0 on. */
    int number() {
        return number;
    }

    /** No door of this class has more points. */
    public int most() {
        return most;
    }

    /** What its doors may be, as {@link DoorRank#bits}. */
    public int kinds() {
        return kinds;
    }

    static DoorClass of(int points) {
        if (points >= DoorRank.ANSWERS_ANYBODY) {
            return ANSWERS_ANYBODY;
        }
        return points >= DoorRank.PEER ? PEER_LED : OTHER;
    }
}

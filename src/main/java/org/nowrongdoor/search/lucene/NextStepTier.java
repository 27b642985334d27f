package org.nowrongdoor.search.lucene;

import java.util.List;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.NextStepKind;
import org.nowrongdoor.search.index.NextStepRank;

/** Doors by what counts most among their points: each class stands before the next, where no need was said. */
public enum NextStepTier {
    ANSWERS_ANYBODY(0, NextStepRank.ANSWERS_ANYBODY + NextStepRank.PEER, List.of(NextStepKind.values())),
    PEER_LED(1, NextStepRank.PEER, List.of(NextStepKind.PEER_LED, NextStepKind.STATEWIDE, NextStepKind.ALTERNATIVE)),
    OTHER(2, 0, List.of(NextStepKind.STATEWIDE, NextStepKind.ALTERNATIVE));

    private final int number;
    private final int most;
    private final int kinds;

    NextStepTier(int number, int points, List<NextStepKind> kinds) {
        this.number = number;
        this.most = points + Channels.AT_ONCE.size() * NextStepRank.REACHED_AT_ONCE;
        this.kinds = NextStepRank.bits(kinds);
    }

    /** From 0 on. */
    int number() {
        return number;
    }

    /** No door of this class has more points. */
    public int most() {
        return most;
    }

    /** What its doors may be, as {@link NextStepRank#bits}. */
    public int kinds() {
        return kinds;
    }

    static NextStepTier of(int points) {
        if (points >= NextStepRank.ANSWERS_ANYBODY) {
            return ANSWERS_ANYBODY;
        }
        return points >= NextStepRank.PEER ? PEER_LED : OTHER;
    }
}

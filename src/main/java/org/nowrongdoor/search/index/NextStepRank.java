package org.nowrongdoor.search.index;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.Region;

/** What is known of a service as a door next to the hits before anybody asks: how far it comes first, and which
 *  kinds of door it is for everybody. In the index it is one number.
 *  @param points of {@link #ANSWERS_ANYBODY}, {@link #PEER} and {@link #REACHED_AT_ONCE}
 *  @param kinds {@link NextStepKind#NAVIGATOR}, {@link NextStepKind#PEER_LED} and {@link NextStepKind#NATIONAL} where it is one */
public record NextStepRank(int points, Set<NextStepKind> kinds) {

    /** A line or a navigator. */
    public static final int ANSWERS_ANYBODY = 2000;

    /** Led by peers. */
    public static final int PEER = 1000;

    /** For each need that it meets. */
    public static final int FITS = 200;

    /** For each channel by which someone answers while one waits. */
    public static final int REACHED_AT_ONCE = 50;

    /** For each step closer: the state, the county or a near site, the place. */
    public static final int CLOSE = 8;

    public static final List<String> PEER_LED = List.of("sex_worker_led=yes", "survivor_led=yes", "peer_led=yes");
    public static final List<String> ANSWERING_ANYBODY = List.of("navigator", "hotline");
    public static final List<String> KINDS = List.of("service", "navigator", "hotline");

    private static final int KIND_BITS = NextStepKind.values().length;

    /** The rank of a document; null where it is no door to send someone to. */
    static @Nullable NextStepRank of(ServiceDocument document) {
        if (!KINDS.contains(document.kind) || !document.status.equals("active") || document.channels.isEmpty()) {
            return null;
        }
        var isPeer = PEER_LED.stream().anyMatch(document.facts::contains);
        var isOfTheNation = document.areas.contains(Region.NATION);
        Set<NextStepKind> kinds = EnumSet.noneOf(NextStepKind.class);
        if (document.kind.equals("navigator") && !isOfTheNation) {
            kinds.add(NextStepKind.NAVIGATOR);
        }
        if (isPeer) {
            kinds.add(NextStepKind.PEER_LED);
        }
        if (document.kind.equals("hotline") && isOfTheNation) {
            kinds.add(NextStepKind.NATIONAL);
        }
        var channels = (int)
                document.channels.stream().filter(Channels.AT_ONCE::contains).count();
        return new NextStepRank(
                (ANSWERING_ANYBODY.contains(document.kind) ? ANSWERS_ANYBODY : 0)
                        + (isPeer ? PEER : 0)
                        + channels * REACHED_AT_ONCE,
                kinds);
    }

    /** The points above the kinds as {@link #bits}. */
    int packed() {
        return points << KIND_BITS | bits(kinds);
    }

    public static int points(int packed) {
        return packed >>> KIND_BITS;
    }

    /** The kinds as {@link #bits}. */
    public static int kinds(int packed) {
        return packed & (1 << KIND_BITS) - 1;
    }

    /** A set of kinds as a number: each is the bit of its {@link NextStepKind#number}. */
    public static int bits(Collection<NextStepKind> kinds) {
        return kinds.stream().mapToInt(kind -> 1 << kind.number()).sum();
    }
}

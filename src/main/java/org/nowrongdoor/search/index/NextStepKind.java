package org.nowrongdoor.search.index;

/** Why a door stands next to the hits. */
public enum NextStepKind {
    /** Who knows the doors of the region. */
    NAVIGATOR(0, "regional_navigator"),
    PEER_LED(1, "peer_led"),
    STATEWIDE(2, "statewide"),
    /** A line that the whole nation can reach. */
    NATIONAL(3, "national"),
    /** Any other. */
    ALTERNATIVE(4, "alternative");

    private final int number;
    private final String why;

    NextStepKind(int number, String why) {
        this.number = number;
        this.why = why;
    }

    /** From 0 on, the same for as long as an index lives. */
    public int number() {
        return number;
    }

    /** As answers say it. */
    public String why() {
        return why;
    }
}

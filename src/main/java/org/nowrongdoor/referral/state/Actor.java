package org.nowrongdoor.referral.state;

/** Who did something.
 *  @param actor the id of a key, {@code admin}, {@code link} or {@code clock} */
public record Actor(Party side, String actor) {

    public static final Actor CLOCK = new Actor(Party.CLOCK, "clock");
    public static final Actor LINK = new Actor(Party.LINK, "link");
}

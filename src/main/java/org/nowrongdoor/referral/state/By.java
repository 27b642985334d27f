package org.nowrongdoor.referral.state;

/** Who did something.
 *  @param actor the id of a key, {@code admin}, {@code link} or {@code clock} */
public record By(Side side, String actor) {

    public static final By CLOCK = new By(Side.CLOCK, "clock");
    public static final By LINK = new By(Side.LINK, "link");
}

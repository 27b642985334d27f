package org.nowrongdoor.referral;

/** Who did something.
 *  @param actor the id of a key, {@code admin}, {@code link} or {@code clock} */
record By(Side side, String actor) {

    static final By CLOCK = new By(Side.CLOCK, "clock");
    static final By LINK = new By(Side.LINK, "link");
}

package org.nowrongdoor.referral.webhook;

import java.time.Duration;

/** An attempt that failed.
 *  @param answer the status that came back, or why none did
 *  @param isGone whether the receiver wants no more at all
 *  @param wish for how long it wants to be left alone; zero when it said nothing */
record DeliveryFailure(String answer, boolean isGone, Duration wish) {

    static DeliveryFailure of(String answer) {
        return new DeliveryFailure(answer, false, Duration.ZERO);
    }
}

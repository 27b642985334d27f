package org.nowrongdoor.referral.webhook;

import org.jspecify.annotations.Nullable;

/** What a receiver answered.
 *  @param retryAfter its header, as it came */
record ReceiverResponse(int status, @Nullable String retryAfter) {

    private static final int GONE = 410;

    boolean isTaken() {
        return status >= 200 && status < 300;
    }

    /** Whether it wants no more, now or later. */
    boolean isGone() {
        return status == GONE;
    }
}

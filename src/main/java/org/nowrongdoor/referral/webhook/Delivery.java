package org.nowrongdoor.referral.webhook;

import java.time.Instant;
import java.util.UUID;

/** A message that is to be sent now.
 *  @param sealedSecret in base 64, as the store has it
 *  @param body ids and states, the same letters at every attempt
 *  @param since when it was first due
 *  @param claim by which the sender that carries it is known; another at every attempt */
record Delivery(
        UUID id,
        UUID webhookId,
        UUID referralId,
        String url,
        String sealedSecret,
        String body,
        int attempts,
        Instant since,
        UUID claim) {

    /** What must go out one after the other. */
    String line() {
        return webhookId + "/" + referralId;
    }
}

package org.nowrongdoor.referral;

import java.util.List;
import java.util.UUID;

/** Counts what refusals of a service come from. */
public interface RefusalCounter {

    /** What can be told of one service without telling of anyone, the most frequent first. */
    List<RefusalCount> of(UUID serviceId);
}

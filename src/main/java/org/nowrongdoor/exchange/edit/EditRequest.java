package org.nowrongdoor.exchange.edit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.storage.ChangedEntity;

/** Who wants to change which record, and in what state they last saw it.
 *  @param ifMatch the header as it came
 *  @param reach whose records the editor may change */
public record EditRequest(
        ChangedEntity entity,
        UUID id,
        @Nullable String ifMatch,
        @Nullable String actor,
        Reach reach) {}

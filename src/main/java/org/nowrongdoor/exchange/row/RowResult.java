package org.nowrongdoor.exchange.row;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a row.
 *  @param id of the record; null for what could not be read */
public record RowResult(long row, Effect effect, @Nullable UUID id, Findings findings) {

    public enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }
}

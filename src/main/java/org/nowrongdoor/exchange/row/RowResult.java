package org.nowrongdoor.exchange.row;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a row.
 *  @param id of the record; null for what could not be read
 *  @param isOneService whether it was about one service alone, its organisation and where it is given, and no other row
 *      of the file is about any of them otherwise */
public record RowResult(long row, Effect effect, @Nullable UUID id, Findings findings, boolean isOneService) {

    /** A row that is refused, or says what is stored. */
    public static RowResult of(long row, Effect effect, Findings findings) {
        return new RowResult(row, effect, null, findings, false);
    }

    /** Whether the same row would change nothing and find nothing, as long as all that it is about stays as it is. */
    public boolean isSettled() {
        return isOneService && effect != Effect.REFUSED && findings.isEmpty();
    }

    public enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }
}

package org.nowrongdoor.exchange.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member that a record may have.
 *  @param record what it holds where the type is RECORD
 *  @param choices the values that it may hold where the type is CHOICE
 *  @param required whether a record without it is refused */
public record Field(
        String name, FieldType type, Many many, @Nullable Class<?> record, List<String> choices, boolean required) {

    /** How often its type stands there. */
    public enum Many {
        ONE,
        LIST,
        MAP
    }
}

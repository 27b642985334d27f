package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.ChangedEntity;

/** A record as it was sent.
 *  @param number its line in a file of lines, its place in a list; from 1
 *  @param record null for what could not be read
 *  @param broken why it could not be read */
public record Row(
        long number,
        ChangedEntity entity,
        @Nullable ObjectNode record,
        @Nullable String broken) {

    public static Row of(long number, ChangedEntity entity, ObjectNode record) {
        return new Row(number, entity, record, null);
    }

    /** The same row, to be changed while this one stays. */
    public Row copy() {
        return new Row(number, entity, record == null ? null : record.deepCopy(), broken);
    }

    public static Row broken(long number, String why) {
        return new Row(number, ChangedEntity.SERVICE, null, why);
    }
}

package org.nowrongdoor.http.record;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A filtered list, ordered by id, of which any stretch can be shown. */
public interface RecordList {

    /** How many records there are in all. */
    long count();

    /** A stretch of them as they are shown. */
    List<RenderedRecord> slice(Slice slice);

    /** A list made of its two deeds. */
    static RecordList of(LongSupplier count, Function<Slice, List<RenderedRecord>> slice) {
        return new RecordList() {
            @Override
            public long count() {
                return count.getAsLong();
            }

            @Override
            public List<RenderedRecord> slice(Slice wanted) {
                return slice.apply(wanted);
            }
        };
    }
}

package org.nowrongdoor.http.record;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A filtered list, ordered by id, of which any stretch can be shown. */
public interface Listing {

    /** How many records there are in all. */
    long count();

    /** A stretch of them as they are shown. */
    List<Shown> slice(Slice slice);

    /** A list made of its two deeds. */
    static Listing of(LongSupplier count, Function<Slice, List<Shown>> slice) {
        return new Listing() {
            @Override
            public long count() {
                return count.getAsLong();
            }

            @Override
            public List<Shown> slice(Slice wanted) {
                return slice.apply(wanted);
            }
        };
    }
}

package org.nowrongdoor.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Looks into sets of documents that are there as bits: at one document, or at sixty-four at once.
 *  @param sets a document is looked for in any of them
 *  @param isAll whether every document is meant, whatever the sets */
record BitsLook(List<FixedBitSet> sets, boolean isAll) implements MarkLooks.Look {

    static final BitsLook NEVER = new BitsLook(List.of(), false);
    static final BitsLook ALWAYS = new BitsLook(List.of(), true);

    /** Any of several looks. */
    static BitsLook any(List<BitsLook> looks) {
        var sets = new ArrayList<FixedBitSet>();
        looks.forEach(look -> sets.addAll(look.sets));
        return new BitsLook(sets, looks.stream().anyMatch(BitsLook::isAll));
    }

    @Override
    public boolean at(int document) {
        return (word(document >> 6) & 1L << document) != 0;
    }

    /** The documents from 64 times a number on, the first in the lowest bit. */
    long word(int number) {
        if (isAll) {
            return -1;
        }
        var word = 0L;
        for (var i = 0; i < sets.size(); i++) {
            word |= sets.get(i).getBits()[number];
        }
        return word;
    }
}

package org.nowrongdoor.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Looks into documents that are there as bits: at one document, or at sixty-four at once. */
interface BitsLook extends MarkLooks.Look {

    BitsLook NEVER = number -> 0;
    BitsLook ALWAYS = number -> -1;

    /** The documents from 64 times a number on, the first in the lowest bit. */
    long word(int number);

    @Override
    default boolean at(int document) {
        return (word(document >> 6) & 1L << document) != 0;
    }

    /** The documents that are in any of some sets. */
    static BitsLook in(List<FixedBitSet> sets) {
        return new InSets(sets);
    }

    /** Any of several looks. */
    static BitsLook any(List<BitsLook> looks) {
        var sets = new ArrayList<FixedBitSet>();
        var others = new ArrayList<BitsLook>();
        for (var look : looks) {
            if (look instanceof InSets known) {
                sets.addAll(known.sets);
            } else if (!look.equals(NEVER)) {
                others.add(look);
            }
        }
        if (others.isEmpty()) {
            return in(sets);
        }
        if (!sets.isEmpty()) {
            others.add(in(sets));
        }
        return others.size() == 1 ? others.get(0) : new Joined(others, false);
    }

    /** All of several looks. */
    static BitsLook every(List<BitsLook> looks) {
        if (looks.contains(NEVER)) {
            return NEVER;
        }
        return switch (looks.size()) {
            case 0 -> ALWAYS;
            case 1 -> looks.get(0);
            default -> new Joined(looks, true);
        };
    }

    /** Whether any of some sets has a document.
     *  @param sets all of one segment */
    record InSets(List<FixedBitSet> sets) implements BitsLook {
        @Override
        public long word(int number) {
            var word = 0L;
            for (var i = 0; i < sets.size(); i++) {
                word |= sets.get(i).getBits()[number];
            }
            return word;
        }
    }

    /** Several looks, worked out once for documents next to each other. */
    final class Joined implements BitsLook {

        private final BitsLook[] parts;
        private final boolean isEvery;
        private int number = -1;
        private long word;

        Joined(List<BitsLook> parts, boolean isEvery) {
            this.parts = parts.toArray(BitsLook[]::new);
            this.isEvery = isEvery;
        }

        @Override
        public long word(int other) {
            if (number != other) {
                number = other;
                word = isEvery ? every() : any();
            }
            return word;
        }

        private long any() {
            var any = 0L;
            for (var i = 0; i < parts.length && any != -1; i++) {
                any |= parts[i].word(number);
            }
            return any;
        }

        private long every() {
            var every = -1L;
            for (var i = 0; i < parts.length && every != 0; i++) {
                every &= parts[i].word(number);
            }
            return every;
        }
    }
}

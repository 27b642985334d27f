package org.nowrongdoor.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Matcher over bit sets: one document, a word of 64, or a block of 64 words, which a processor does nearly as fast.
 *  Documents come in growing order. */
abstract class BitSetMatcher implements DocMatcher {

    /** A block is so many words of 64 documents. */
    static final int WORDS = 64;

    static final BitSetMatcher NEVER = new Same(0);
    static final BitSetMatcher ALWAYS = new Same(-1);

    private final long[] words = new long[WORDS];
    private int block = -1;

    /** Writes a block.
     *  @param first the number of its first word
     *  @param into what was in it does not matter */
    abstract void read(int first, long[] into);

    /** The documents from 64 times a number on, the first in the lowest bit. After the last document any bit may be set. */
    long word(int number) {
        if (number / WORDS != block) {
            block = number / WORDS;
            read(block * WORDS, words);
        }
        return words[number % WORDS];
    }

    @Override
    public final boolean matches(int document) {
        return (word(document >> 6) & 1L << document) != 0;
    }

    /** The documents that are in any of some sets. */
    static BitSetMatcher in(List<FixedBitSet> sets) {
        return sets.isEmpty()
                ? NEVER
                : new InSets(sets.stream().map(FixedBitSet::getBits).toList());
    }

    /** Any of several matchers. */
    static BitSetMatcher any(List<BitSetMatcher> matchers) {
        var sets = new ArrayList<long[]>();
        var others = new ArrayList<BitSetMatcher>();
        for (var matcher : matchers) {
            if (matcher instanceof InSets known) {
                sets.addAll(known.sets);
            } else if (!matcher.equals(NEVER)) {
                others.add(matcher);
            }
        }
        if (!sets.isEmpty()) {
            others.add(new InSets(sets));
        }
        return switch (others.size()) {
            case 0 -> NEVER;
            case 1 -> others.get(0);
            default -> new Any(others);
        };
    }

    /** All of several matchers. */
    static BitSetMatcher every(List<BitSetMatcher> matchers) {
        if (matchers.contains(NEVER)) {
            return NEVER;
        }
        return switch (matchers.size()) {
            case 0 -> ALWAYS;
            case 1 -> matchers.get(0);
            default -> new Every(matchers);
        };
    }

    /** The same for all documents. */
    private static final class Same extends BitSetMatcher {

        private final long word;

        Same(long word) {
            this.word = word;
        }

        @Override
        void read(int first, long[] into) {
            Arrays.fill(into, word);
        }

        @Override
        long word(int number) {
            return word;
        }
    }

    private static final class InSets extends BitSetMatcher {

        private final List<long[]> sets;

        InSets(List<long[]> sets) {
            this.sets = sets;
        }

        @Override
        void read(int first, long[] into) {
            Arrays.fill(into, 0);
            for (var set : sets) {
                var end = Math.min(WORDS, set.length - first);
                for (var i = 0; i < end; i++) {
                    into[i] |= set[first + i];
                }
            }
        }

        /** Where few documents are tested, a block is too much. */
        @Override
        long word(int number) {
            var word = 0L;
            for (var i = 0; i < sets.size(); i++) {
                word |= sets.get(i)[number];
            }
            return word;
        }
    }

    private static final class Any extends BitSetMatcher {

        private final List<BitSetMatcher> parts;
        private final long[] ofPart = new long[WORDS];

        Any(List<BitSetMatcher> parts) {
            this.parts = parts;
        }

        @Override
        void read(int first, long[] into) {
            Arrays.fill(into, 0);
            for (var part : parts) {
                part.read(first, ofPart);
                for (var i = 0; i < WORDS; i++) {
                    into[i] |= ofPart[i];
                }
            }
        }
    }

    private static final class Every extends BitSetMatcher {

        private final List<BitSetMatcher> parts;
        private final long[] ofPart = new long[WORDS];

        Every(List<BitSetMatcher> parts) {
            this.parts = parts;
        }

        @Override
        void read(int first, long[] into) {
            Arrays.fill(into, -1);
            for (var part : parts) {
                part.read(first, ofPart);
                var left = 0L;
                for (var i = 0; i < WORDS; i++) {
                    into[i] &= ofPart[i];
                    left |= into[i];
                }
                if (left == 0) {
                    return;
                }
            }
        }
    }
}

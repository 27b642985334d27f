package org.nowrongdoor.text;

/** How many typing slips lie between two words: a letter too many, too few, wrong, or swapped with its neighbour. */
public final class EditDistance {

    private EditDistance() {}

    /** Whether at most one slip lies between two words; equal words are within it. Quicker than to count them. */
    public static boolean isWithinOne(CharSequence one, CharSequence other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int oneEnd = one.length();
        int otherEnd = other.length();
        while (oneEnd > start && otherEnd > start && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
            oneEnd--;
            otherEnd--;
        }
        int oneLeft = oneEnd - start;
        int otherLeft = otherEnd - start;
        return oneLeft + otherLeft <= 1
                || (oneLeft == 1 && otherLeft == 1)
                || (oneLeft == 2 && otherLeft == 2 && isSwap(one, start, other, start));
    }

    /** The number of slips between two words, no letter being part of two.
     *  @see "optimal string alignment distance" */
    public static int between(CharSequence one, CharSequence other) {
        return between(one, other, Integer.MAX_VALUE);
    }

    /** The number of slips between two words as far as it matters: some larger number when there are more than most. */
    public static int between(CharSequence one, CharSequence other, int most) {
        if (most < Integer.SIZE && !mayBeWithin(one, other, most)) {
            return most + 1;
        }
        var beforePrevious = new int[0];
        var previous = new int[other.length() + 1];
        var leastBefore = 0;
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            var least = i;
            for (int j = 1; j <= other.length(); j++) {
                int wrong = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(wrong, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && isSwap(one, i - 2, other, j - 2)) {
                    current[j] = Math.min(current[j], 1 + beforePrevious[j - 2]);
                }
                least = Math.min(least, current[j]);
            }
            // A swap reaches back two letters, so both must be beyond it.
            if (least > most && leastBefore > most) {
                return least;
            }
            leastBefore = least;
            beforePrevious = previous;
            previous = current;
        }
        return previous[other.length()];
    }

    /** Whether few enough letters of each stand nowhere in the other: a slip takes away or adds one at most. */
    private static boolean mayBeWithin(CharSequence one, CharSequence other, int most) {
        int inOne = letters(one);
        int inOther = letters(other);
        return Integer.bitCount(inOne & ~inOther) <= most && Integer.bitCount(inOther & ~inOne) <= most;
    }

    /** The letters of a word as bits; several may share one. */
    private static int letters(CharSequence word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << word.charAt(i);
        }
        return letters;
    }

    private static boolean isSwap(CharSequence one, int i, CharSequence other, int j) {
        return one.charAt(i) == other.charAt(j + 1) && one.charAt(i + 1) == other.charAt(j);
    }
}

package org.nowrongdoor.exchange.intake;

/** A set of hashes in a fixed memory: it may say that it holds one that it does not, and never the other way round.
 *  @see "B. H. Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors" */
final class BloomFilter {

    // 4: with twelve bits for each hash one in two hundred is taken for another.
    private static final int BITS_OF_A_HASH = 4;
    private static final int LEAST_BITS = 1 << 16;
    // 32 MB: as much as is set aside for what a batch touches.
    private static final int MOST_BITS = 1 << 28;

    private final long[] words;
    private final int mask;

    /** A set with at least so many bits, within bounds. */
    BloomFilter(long bits) {
        long wanted = Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
        int size = (int) Math.min(MOST_BITS, Long.highestOneBit(2 * wanted - 1));
        words = new long[size / Long.SIZE];
        mask = size - 1;
    }

    /** Whether a hash may have been added. */
    boolean mayHold(long hash) {
        int at = (int) hash;
        int step = (int) (hash >>> Integer.SIZE) | 1;
        boolean isThere = true;
        for (int i = 0; i < BITS_OF_A_HASH && isThere; i++, at += step) {
            int bit = at & mask;
            isThere = (words[bit >>> 6] & (1L << bit)) != 0;
        }
        return isThere;
    }

    /** Adds a hash, all of whose bits are as good as random.
     *  @return whether it was there already */
    boolean add(long hash) {
        boolean isThere = true;
        int at = (int) hash;
        int step = (int) (hash >>> Integer.SIZE) | 1;
        for (int i = 0; i < BITS_OF_A_HASH; i++, at += step) {
            int bit = at & mask;
            long one = 1L << bit;
            isThere &= (words[bit >>> 6] & one) != 0;
            words[bit >>> 6] |= one;
        }
        return isThere;
    }
}

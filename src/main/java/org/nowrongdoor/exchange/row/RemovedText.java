package org.nowrongdoor.exchange.row;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Pieces of text that a removal takes out of the directory, folded: whatever holds one of them tells what was removed. */
public final class RemovedText {

    // 4: a shorter piece stands in too many texts by chance.
    private static final int LEAST = 4;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");

    /** The pieces by their first letters, so that a text is read once however many there are. */
    private final Map<Long, Set<String>> pieces = new HashMap<>();

    /** Which first letters there are at all, by a hash of 16 bits: nearly every letter of a text begins no piece. */
    private final BitSet begun = new BitSet(1 << 16);

    public void addAll(Collection<String> texts) {
        for (var text : texts) {
            var folded = folded(text);
            if (folded.length() >= LEAST) {
                var start = start(folded, 0);
                begun.set(hash(start));
                pieces.computeIfAbsent(start, key -> new HashSet<>()).add(folded);
            }
        }
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Whether one of the pieces stands in a text. */
    public boolean isIn(String text) {
        if (pieces.isEmpty()) {
            return false;
        }
        var folded = folded(text);
        if (folded.length() < LEAST) {
            return false;
        }
        var start = start(folded, 0);
        for (int at = 0; ; at++) {
            if (begun.get(hash(start)) && isAt(folded, at, start)) {
                return true;
            }
            if (at + LEAST == folded.length()) {
                return false;
            }
            start = (start << 16) | folded.charAt(at + LEAST);
        }
    }

    private boolean isAt(String folded, int at, long start) {
        for (var piece : pieces.getOrDefault(start, Set.of())) {
            if (folded.startsWith(piece, at)) {
                return true;
            }
        }
        return false;
    }

    private static int hash(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> 48);
    }

    /** Four letters as one number. */
    private static long start(String folded, int at) {
        return (long) folded.charAt(at) << 48
                | (long) folded.charAt(at + 1) << 32
                | (long) folded.charAt(at + 2) << 16
                | folded.charAt(at + 3);
    }

    /** The text in small letters and digits, one blank between words. */
    static String folded(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(plain).replaceAll(" ").strip();
    }
}

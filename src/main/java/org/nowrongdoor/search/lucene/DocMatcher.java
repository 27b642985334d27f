package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.List;

/** Tests documents of one segment, which come in growing order. */
public interface DocMatcher {

    boolean matches(int document) throws IOException;

    /** Whether any matcher matches; the first that does is enough. */
    static DocMatcher any(List<DocMatcher> matchers) {
        var others = others(matchers);
        var inBits = BitSetMatcher.any(inBits(matchers));
        if (others.length == 0) {
            return inBits;
        }
        return document -> {
            if (inBits.matches(document)) {
                return true;
            }
            for (var matcher : others) {
                if (matcher.matches(document)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Whether all matchers match; the first that does not is enough. */
    static DocMatcher every(List<DocMatcher> matchers) {
        var others = others(matchers);
        var inBits = BitSetMatcher.every(inBits(matchers));
        if (others.length == 0) {
            return inBits;
        }
        return document -> {
            if (!inBits.matches(document)) {
                return false;
            }
            for (var matcher : others) {
                if (!matcher.matches(document)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static List<BitSetMatcher> inBits(List<DocMatcher> matchers) {
        return matchers.stream()
                .filter(BitSetMatcher.class::isInstance)
                .map(BitSetMatcher.class::cast)
                .toList();
    }

    private static DocMatcher[] others(List<DocMatcher> matchers) {
        return matchers.stream()
                .filter(matcher -> !(matcher instanceof BitSetMatcher))
                .toArray(DocMatcher[]::new);
    }
}

package org.nowrongdoor.search.lucene;

import org.apache.lucene.index.LeafReader;

/** Reads what is kept of a segment before the first search comes to it. Of the directory's own lists alone: nothing here
 *  depends on what anyone looks for. */
public final class SegmentWarmer {

    // 16,384: smaller ones are soon merged into others, and their lists are short.
    private static final int DOCUMENTS = 16_384;

    private SegmentWarmer() {}

    /** Reads what is not read yet; the commonest words of a large segment are read in the background. */
    public static void warm(LeafReader segment) {
        NextStepRankCache.of(segment);
        if (segment.maxDoc() >= DOCUMENTS) {
            for (var field : FrequentTermCache.FIELDS) {
                var unused = FrequentTermCache.in(segment, field);
            }
        }
    }
}

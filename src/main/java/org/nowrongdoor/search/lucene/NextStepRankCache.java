package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.DocIdSetBuilder;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NextStepRank;

/** The {@link NextStepRank} of every document of a segment, which never changes, and its doors by {@link NextStepTier}. They are
 *  of the services, not of a person. At most eight bytes for each document. */
public final class NextStepRankCache {

    private static final SegmentCache<NextStepRankCache> KNOWN = new SegmentCache<>();

    private final int[] packed;
    private final List<DocIdSet> documents;

    private NextStepRankCache(int[] packed) {
        this.packed = packed;
        documents = Stream.of(NextStepTier.values()).map(this::documents).toList();
    }

    private DocIdSet documents(NextStepTier one) {
        var documents = IntStream.range(0, packed.length)
                .filter(document ->
                        packed[document] >= 0 && NextStepTier.of(NextStepRank.points(packed[document])) == one)
                .toArray();
        var set = new DocIdSetBuilder(packed.length);
        var adder = set.grow(documents.length);
        IntStream.of(documents).forEach(adder::add);
        return set.build();
    }

    public static NextStepRankCache of(LeafReader segment) {
        return KNOWN.get(segment, NextStepRankCache::read);
    }

    private static NextStepRankCache read(LeafReader segment) {
        try {
            var packed = new int[segment.maxDoc()];
            Arrays.fill(packed, -1);
            var values = DocValues.getSortedNumeric(segment, IndexFields.DOOR);
            for (var document = values.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = values.nextDoc()) {
                packed[document] = Math.toIntExact(values.nextValue());
            }
            return new NextStepRankCache(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link NextStepRank#packed}; negative where it is no door. */
    public int packed(int document) {
        return packed[document];
    }

    /** The documents of a class, in order. */
    DocIdSetIterator of(NextStepTier one) throws IOException {
        return documents.get(one.number()).iterator();
    }
}

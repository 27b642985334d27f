package org.nowrongdoor.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.DocIdSetBuilder;
import org.nowrongdoor.search.index.DoorRank;
import org.nowrongdoor.search.index.Fields;

/** The {@link DoorRank} of every document of a segment, which never changes, and its doors by {@link DoorClass}. They are
 *  of the services, not of a person. At most eight bytes for each document. */
public final class DoorRanks {

    private static final Cache<IndexReader.CacheKey, DoorRanks> KNOWN =
            Caffeine.newBuilder().weakKeys().build();

    private final int[] packed;
    private final List<DocIdSet> documents;

    private DoorRanks(int[] packed) {
        this.packed = packed;
        documents = Stream.of(DoorClass.values()).map(this::documents).toList();
    }

    private DocIdSet documents(DoorClass one) {
        var documents = IntStream.range(0, packed.length)
                .filter(document -> packed[document] >= 0 && DoorClass.of(DoorRank.points(packed[document])) == one)
                .toArray();
        var set = new DocIdSetBuilder(packed.length);
        var adder = set.grow(documents.length);
        IntStream.of(documents).forEach(adder::add);
        return set.build();
    }

    public static DoorRanks of(LeafReader segment) {
        var helper = segment.getCoreCacheHelper();
        return helper == null
                ? read(segment)
                : Objects.requireNonNull(KNOWN.get(helper.getKey(), fresh -> read(segment)));
    }

    private static DoorRanks read(LeafReader segment) {
        try {
            var packed = new int[segment.maxDoc()];
            Arrays.fill(packed, -1);
            var values = DocValues.getSortedNumeric(segment, Fields.DOOR);
            for (var document = values.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = values.nextDoc()) {
                packed[document] = Math.toIntExact(values.nextValue());
            }
            return new DoorRanks(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link DoorRank#packed}; negative where it is no door. */
    public int packed(int document) {
        return packed[document];
    }

    /** The documents of a class, in order. */
    DocIdSetIterator of(DoorClass one) throws IOException {
        return documents.get(one.number()).iterator();
    }
}

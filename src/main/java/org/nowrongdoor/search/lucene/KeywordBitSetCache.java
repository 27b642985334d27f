package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.IndexFields;

/** Which documents of a segment, which never changes, have a value: for fields that have few different ones. They are of
 *  the services, not of a person. One bit for each document and value that was ever asked for. */
final class KeywordBitSetCache {

    /** The fields that have at most some hundreds of values. */
    static final Set<String> FIELDS = Set.of(
            IndexFields.NEEDS,
            IndexFields.KIND,
            IndexFields.STATUS,
            IndexFields.LANGUAGES,
            IndexFields.CHANNELS,
            IndexFields.FACTS);

    private static final SegmentCache<KeywordBitSetCache> KNOWN = new SegmentCache<>();

    private final Map<Term, FixedBitSet> known = new ConcurrentHashMap<>();

    private KeywordBitSetCache() {}

    /** The sets of those of some values that a document of the segment has. */
    static List<FixedBitSet> of(LeafReader segment, String field, Set<String> values) throws IOException {
        var bits = KNOWN.get(segment, fresh -> new KeywordBitSetCache());
        var sets = new ArrayList<FixedBitSet>();
        for (var value : values) {
            var set = bits.of(segment, new Term(field, value));
            if (set != null) {
                sets.add(set);
            }
        }
        return sets;
    }

    private @Nullable FixedBitSet of(LeafReader segment, Term term) throws IOException {
        var set = known.get(term);
        if (set == null) {
            set = read(segment, term);
            // What no one has is not kept: a caller may ask for anything.
            if (set != null) {
                known.put(term, set);
            }
        }
        return set;
    }

    private static @Nullable FixedBitSet read(LeafReader segment, Term term) throws IOException {
        var documents = segment.postings(term, PostingsEnum.NONE);
        if (documents == null) {
            return null;
        }
        var set = new FixedBitSet(segment.maxDoc());
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            set.set(documents.docID());
        }
        return set;
    }
}

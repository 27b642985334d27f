package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.index.IndexFields;

/** Which documents of a segment, which never changes, hold its commonest words. Which words those are is a matter of the
 *  directory alone: all of them are read once words are searched at all, and no other ever is, so nothing here tells
 *  what anybody looked for. At most {@link #MOST} bits for each document and field. */
final class FrequentTermCache {

    /** The fields of words. */
    static final Set<String> FIELDS = Set.of(
            IndexFields.TEXT_EN,
            IndexFields.TEXT_ES,
            IndexFields.WORDS,
            IndexFields.NAMES_EN,
            IndexFields.NAMES_ES,
            IndexFields.NAMES_OR_NEEDS_EN,
            IndexFields.NAMES_OR_NEEDS_ES);

    /** Every so many documents at least one holds the word: a list of rarer ones is soon gone through. */
    private static final int ONE_IN = 64;

    private static final int MOST = 128;

    /** In smaller segments every list is short. */
    private static final int DOCUMENTS = 1024;

    private static final Logger LOG = Logger.getLogger(FrequentTermCache.class);
    private static final CompletableFuture<Map<BytesRef, FixedBitSet>> NONE =
            CompletableFuture.completedFuture(Map.of());

    private static final SegmentCache<Map<String, CompletableFuture<Map<BytesRef, FixedBitSet>>>> KNOWN =
            new SegmentCache<>();

    private FrequentTermCache() {}

    private record Word(BytesRef word, int documents) {}

    /** The documents with a word; null where it is none of the commonest, or they are not read yet. */
    static @Nullable FixedBitSet of(LeafReader segment, Term word) {
        return in(segment, word.field()).getNow(Map.of()).get(word.bytes());
    }

    /** The documents of the commonest words, read in the background: no one waits for them. */
    static CompletableFuture<Map<BytesRef, FixedBitSet>> in(LeafReader segment, String field) {
        if (segment.getCoreCacheHelper() == null || segment.maxDoc() < DOCUMENTS) {
            return NONE;
        }
        return KNOWN.get(segment, fresh -> new ConcurrentHashMap<>())
                .computeIfAbsent(field, fresh -> reading(segment, field));
    }

    private static CompletableFuture<Map<BytesRef, FixedBitSet>> reading(LeafReader segment, String field) {
        segment.incRef();
        return CompletableFuture.supplyAsync(() -> read(segment, field)).exceptionally(FrequentTermCache::none);
    }

    private static Map<BytesRef, FixedBitSet> read(LeafReader segment, String field) {
        try {
            var terms = segment.terms(field);
            return terms == null ? Map.of() : read(terms, segment.maxDoc());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release(segment);
        }
    }

    /** Whatever goes wrong here, a search does without. */
    private static Map<BytesRef, FixedBitSet> none(Throwable e) {
        LOG.warn("The commonest words of the index could not be read; searches go through their lists.", e);
        return Map.of();
    }

    private static void release(LeafReader segment) {
        try {
            segment.decRef();
        } catch (IOException e) {
            LOG.warn("A part of the index could not be closed.", e);
        }
    }

    private static Map<BytesRef, FixedBitSet> read(Terms terms, int documents) throws IOException {
        var sets = new HashMap<BytesRef, FixedBitSet>();
        var each = terms.iterator();
        for (var word : commonest(terms, documents / ONE_IN)) {
            var set = new FixedBitSet(documents);
            if (each.seekExact(word.word())) {
                set.or(each.postings(null, PostingsEnum.NONE));
            }
            sets.put(word.word(), set);
        }
        return sets;
    }

    private static Iterable<Word> commonest(Terms terms, int least) throws IOException {
        var commonest = new PriorityQueue<>(Comparator.comparingInt(Word::documents));
        var each = terms.iterator();
        for (var word = each.next(); word != null; word = each.next()) {
            if (each.docFreq() >= least) {
                commonest.add(new Word(BytesRef.deepCopyOf(word), each.docFreq()));
                if (commonest.size() > MOST) {
                    commonest.remove();
                }
            }
        }
        return commonest;
    }
}

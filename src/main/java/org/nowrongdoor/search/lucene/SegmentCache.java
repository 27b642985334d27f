package org.nowrongdoor.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** Values derived from segments, one each, for as long as a segment is in use; a segment never changes. */
final class SegmentCache<T> {

    private final Cache<IndexReader.CacheKey, T> values =
            Caffeine.newBuilder().weakKeys().build();

    /** The value of a segment.
     *  @param read reads it; called each time for a reader that cannot be a key, as one over deleted documents alone */
    T get(LeafReader segment, Function<LeafReader, T> read) {
        var helper = segment.getCoreCacheHelper();
        return helper == null
                ? read.apply(segment)
                : Objects.requireNonNull(values.get(helper.getKey(), fresh -> read.apply(segment)));
    }
}

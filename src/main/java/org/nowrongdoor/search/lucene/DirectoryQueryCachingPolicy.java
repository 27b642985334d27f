package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;
import org.nowrongdoor.search.index.IndexFields;

/** What the engine may keep of searches: which services answer what the directory itself lists (regions, needs, hours
 *  and the like). Never words that someone typed, a point where someone stands, or what a person fails. */
public final class DirectoryQueryCachingPolicy implements QueryCachingPolicy {

    private static final Set<String> LISTED = Set.of(
            IndexFields.AREAS,
            IndexFields.AREAS_WITHIN,
            IndexFields.SITE_REGIONS,
            IndexFields.NEEDS,
            IndexFields.KIND,
            IndexFields.STATUS,
            IndexFields.HOURS,
            IndexFields.LANGUAGES,
            IndexFields.CHANNELS,
            IndexFields.FACTS);

    private final QueryCachingPolicy usual = new UsageTrackingQueryCachingPolicy();

    /** Makes it the policy of every searcher of this process, for which Lucene has one cache. */
    public static void install() {
        IndexSearcher.setDefaultQueryCachingPolicy(new DirectoryQueryCachingPolicy());
    }

    @Override
    public void onUse(Query query) {
        if (isListed(query)) {
            usual.onUse(query);
        }
    }

    @Override
    public boolean shouldCache(Query query) throws IOException {
        return isListed(query) && usual.shouldCache(query);
    }

    /** Whether a query asks of nothing but what the directory lists itself. */
    static boolean isListed(Query query) {
        var fields = new FieldCollectingVisitor();
        query.visit(fields);
        return LISTED.containsAll(fields.asked());
    }
}

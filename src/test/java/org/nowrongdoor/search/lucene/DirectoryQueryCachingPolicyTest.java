package org.nowrongdoor.search.lucene;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.index.IndexFields;

/** However often it is asked, the engine keeps nothing of a caller's own. */
class DirectoryQueryCachingPolicyTest {

    private static final int OFTEN = 20;
    private static final Query AREAS =
            new TermInSetQuery(IndexFields.AREAS, List.of(new BytesRef("us"), new BytesRef("MN")));
    private static final Query WORDS = new PrefixQuery(new Term(IndexFields.WORDS, "shel"));

    @Test
    void keepsWhichServicesCoverRegions() throws Exception {
        assertTrue(isKept(AREAS));
        assertTrue(isKept(both(AREAS, BooleanClause.Occur.FILTER, AREAS)));
        assertTrue(isKept(new PostFilterQuery(AREAS)));
    }

    @Test
    void neverKeepsWordsPlacesOrPersons() throws Exception {
        assertFalse(isKept(WORDS));
        assertFalse(isKept(both(AREAS, BooleanClause.Occur.SHOULD, WORDS)));
        assertFalse(isKept(both(AREAS, BooleanClause.Occur.MUST_NOT, WORDS)));
        assertFalse(isKept(new SiteDistanceQuery(new Point(44.97997, -93.26384), 40)));
        assertFalse(isKept(both(AREAS, BooleanClause.Occur.SHOULD, new SiteDistanceQuery(new Point(44.9, -93.2), 40))));
        assertFalse(isKept(new PostFilterQuery(both(AREAS, BooleanClause.Occur.SHOULD, WORDS))));
        assertFalse(isKept(new DocValuesTermsQuery(IndexFields.CLAUSES, Set.of("age<18"))));
    }

    private static boolean isKept(Query query) throws Exception {
        var kept = new DirectoryQueryCachingPolicy();
        for (var time = 0; time < OFTEN; time++) {
            kept.onUse(query);
        }
        return kept.shouldCache(query);
    }

    private static Query both(Query one, BooleanClause.Occur occur, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.MUST)
                .add(other, occur)
                .build();
    }
}

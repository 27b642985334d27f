package org.nowrongdoor.search.lucene;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.query.Criterion;

/** Predicates that a local Lucene index answers with a query of our own, and another engine with one of its own. */
public final class LocalPredicates {

    private LocalPredicates() {}

    /** Services whose rule has any of many clauses.
     *  @param elsewhere the same for another engine */
    public static PredicateFinalStep hasClause(
            SearchPredicateFactory f, Set<String> keys, PredicateFinalStep elsewhere) {
        return local(f, () -> new DocValuesTermsQuery(IndexFields.CLAUSES, keys), elsewhere);
    }

    /** Services with a public site within so many kilometres.
     *  @param elsewhere the same for another engine */
    public static PredicateFinalStep near(
            SearchPredicateFactory f, Point middle, double km, PredicateFinalStep elsewhere) {
        return local(f, () -> new SiteDistanceQuery(middle, km), elsewhere);
    }

    /** Services with any of these terms, merged into one list.
     *  @param elsewhere the same for another engine */
    public static PredicateFinalStep anyOf(
            SearchPredicateFactory f, List<Criterion.HasAnyTerm> any, PredicateFinalStep elsewhere) {
        return local(f, () -> new BitSetTermsQuery(any), elsewhere);
    }

    /** What is found, tested document by document where the rest of a query leaves few. */
    public static PredicateFinalStep postFilter(SearchPredicateFactory f, PredicateFinalStep found) {
        return local(f, () -> new PostFilterQuery(LuceneMigrationUtils.toLuceneQuery(found.toPredicate())), found);
    }

    private static PredicateFinalStep local(
            SearchPredicateFactory f, Supplier<Query> query, PredicateFinalStep elsewhere) {
        return f.extension()
                .ifSupported(LuceneExtension.get(), lucene -> lucene.fromLuceneQuery(query.get()))
                .orElse(other -> elsewhere);
    }
}

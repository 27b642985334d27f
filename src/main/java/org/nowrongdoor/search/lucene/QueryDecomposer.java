package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.nowrongdoor.search.index.IndexFields;

/** A query taken apart into matchers that test one document after the other: the first clause that decides is enough.
 *  The most frequent terms are bit sets. */
interface QueryDecomposer {

    /** So many terms of one prefix are queried one by one. */
    int FEW_WORDS = 16;

    /** The matcher of a segment, to be made before the first document; documents come in growing order. */
    DocMatcher in(LeafReaderContext segment) throws IOException;

    /** Whether every clause of a query is a bit set: none is computed per document, as a distance is. */
    static boolean areInBits(Query query) {
        var fields = new FieldCollectingVisitor();
        query.visit(fields);
        return !fields.asked().contains(IndexFields.SITES);
    }

    static QueryDecomposer of(IndexSearcher searcher, Query query) throws IOException {
        if (query instanceof BoostQuery boosted) {
            return of(searcher, boosted.getQuery());
        }
        if (query instanceof ConstantScoreQuery constant) {
            return of(searcher, constant.getQuery());
        }
        if (query instanceof PostFilterQuery looked) {
            return of(searcher, looked.query());
        }
        if (query instanceof BooleanQuery joined) {
            if (joined.clauses().stream().allMatch(BooleanClause::isRequired)) {
                var parts = parts(searcher, joined);
                return segment -> DocMatcher.every(matchers(parts, segment));
            }
            if (joined.clauses().stream().allMatch(clause -> clause.getOccur() == BooleanClause.Occur.SHOULD)
                    && joined.getMinimumNumberShouldMatch() <= 1) {
                var parts = parts(searcher, joined);
                return segment -> DocMatcher.any(matchers(parts, segment));
            }
        }
        return single(searcher, query);
    }

    private static QueryDecomposer single(IndexSearcher searcher, Query query) throws IOException {
        if (query instanceof MatchAllDocsQuery) {
            return segment -> BitSetMatcher.ALWAYS;
        }
        if (query instanceof BitSetTermsQuery gathered) {
            return segment -> BitSetMatcher.in(List.of(gathered.documents(segment.reader())));
        }
        if (query instanceof TermInSetQuery values && KeywordBitSetCache.FIELDS.contains(values.getField())) {
            return segment -> values(values, segment);
        }
        if (query instanceof TermQuery value
                && KeywordBitSetCache.FIELDS.contains(value.getTerm().field())) {
            var term = value.getTerm();
            return segment ->
                    BitSetMatcher.in(KeywordBitSetCache.of(segment.reader(), term.field(), Set.of(term.text())));
        }
        var weight = weight(searcher, query);
        if (query instanceof TermQuery word
                && FrequentTermCache.FIELDS.contains(word.getTerm().field())) {
            return segment -> word(word.getTerm(), weight, segment);
        }
        if (query instanceof PrefixQuery beginning && FrequentTermCache.FIELDS.contains(beginning.getField())) {
            return segment -> beginning(searcher, beginning, weight, segment);
        }
        return segment -> ScorerMatcher.of(weight, segment);
    }

    /** The weight of a query, without scores. */
    static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static List<QueryDecomposer> parts(IndexSearcher searcher, BooleanQuery query) throws IOException {
        var parts = new ArrayList<QueryDecomposer>();
        for (var clause : query.clauses()) {
            parts.add(of(searcher, clause.getQuery()));
        }
        return parts;
    }

    private static List<DocMatcher> matchers(List<QueryDecomposer> parts, LeafReaderContext segment)
            throws IOException {
        var matchers = new ArrayList<DocMatcher>();
        for (var part : parts) {
            matchers.add(part.in(segment));
        }
        return matchers;
    }

    private static DocMatcher values(TermInSetQuery query, LeafReaderContext segment) throws IOException {
        var values = new HashSet<String>();
        var each = query.getBytesRefIterator();
        for (var value = each.next(); value != null; value = each.next()) {
            values.add(value.utf8ToString());
        }
        return BitSetMatcher.in(KeywordBitSetCache.of(segment.reader(), query.getField(), values));
    }

    private static DocMatcher word(Term word, Weight weight, LeafReaderContext segment) throws IOException {
        var common = FrequentTermCache.of(segment.reader(), word);
        return common == null ? ScorerMatcher.of(weight, segment) : BitSetMatcher.in(List.of(common));
    }

    /** The terms of a prefix: frequent ones as bit sets, and the others, unless they are many. */
    private static DocMatcher beginning(
            IndexSearcher searcher, MultiTermQuery query, Weight whole, LeafReaderContext segment) throws IOException {
        var terms = segment.reader().terms(query.getField());
        if (terms == null) {
            return BitSetMatcher.NEVER;
        }
        var common = new ArrayList<BitSetMatcher>();
        var others = new ArrayList<BytesRef>();
        var each = query.getTermsEnum(terms);
        for (var word = each.next(); word != null; word = each.next()) {
            var bits = FrequentTermCache.of(segment.reader(), new Term(query.getField(), word));
            if (bits == null) {
                others.add(BytesRef.deepCopyOf(word));
            } else {
                common.add(BitSetMatcher.in(List.of(bits)));
            }
            if (others.size() > FEW_WORDS) {
                return ScorerMatcher.of(whole, segment);
            }
        }
        var inBits = BitSetMatcher.any(common);
        if (others.isEmpty()) {
            return inBits;
        }
        var rare = weight(searcher, new TermInSetQuery(query.getField(), others));
        return DocMatcher.any(List.of(inBits, ScorerMatcher.of(rare, segment)));
    }
}

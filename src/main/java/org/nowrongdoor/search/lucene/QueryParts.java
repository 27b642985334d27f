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
import org.nowrongdoor.search.index.Fields;

/** A query taken apart, to look beside one document after the other whether it finds it: the first part that decides is
 *  enough. The commonest words are looked up in bits. */
interface QueryParts {

    /** So many words with one beginning are looked for one by one. */
    int FEW_WORDS = 16;

    /** What looks at the documents of a segment. To be asked before the first document; documents come in growing
     *  order. */
    MarkLooks.Look in(LeafReaderContext segment) throws IOException;

    /** Whether nothing in a query has to be looked at closely, as a distance has: then all parts are there as bits. */
    static boolean areInBits(Query query) {
        var fields = new FieldsAsked();
        query.visit(fields);
        return !fields.asked().contains(Fields.SITES);
    }

    static QueryParts of(IndexSearcher searcher, Query query) throws IOException {
        if (query instanceof BoostQuery boosted) {
            return of(searcher, boosted.getQuery());
        }
        if (query instanceof ConstantScoreQuery constant) {
            return of(searcher, constant.getQuery());
        }
        if (query instanceof LookedAt looked) {
            return of(searcher, looked.query());
        }
        if (query instanceof BooleanQuery joined) {
            if (joined.clauses().stream().allMatch(BooleanClause::isRequired)) {
                var parts = parts(searcher, joined);
                return segment -> MarkLooks.Look.every(looks(parts, segment));
            }
            if (joined.clauses().stream().allMatch(clause -> clause.getOccur() == BooleanClause.Occur.SHOULD)
                    && joined.getMinimumNumberShouldMatch() <= 1) {
                var parts = parts(searcher, joined);
                return segment -> MarkLooks.Look.any(looks(parts, segment));
            }
        }
        return single(searcher, query);
    }

    private static QueryParts single(IndexSearcher searcher, Query query) throws IOException {
        if (query instanceof MatchAllDocsQuery) {
            return segment -> BitsLook.ALWAYS;
        }
        if (query instanceof Gathered gathered) {
            return segment -> BitsLook.in(List.of(gathered.documents(segment.reader())));
        }
        if (query instanceof TermInSetQuery values && ValueBits.FIELDS.contains(values.getField())) {
            return segment -> values(values, segment);
        }
        if (query instanceof TermQuery value
                && ValueBits.FIELDS.contains(value.getTerm().field())) {
            var term = value.getTerm();
            return segment -> BitsLook.in(ValueBits.of(segment.reader(), term.field(), Set.of(term.text())));
        }
        var weight = weight(searcher, query);
        if (query instanceof TermQuery word
                && CommonWords.FIELDS.contains(word.getTerm().field())) {
            return segment -> word(word.getTerm(), weight, segment);
        }
        if (query instanceof PrefixQuery beginning && CommonWords.FIELDS.contains(beginning.getField())) {
            return segment -> beginning(searcher, beginning, weight, segment);
        }
        return segment -> QueryLook.of(weight, segment);
    }

    /** What finds the documents of a query, in no order. */
    static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static List<QueryParts> parts(IndexSearcher searcher, BooleanQuery query) throws IOException {
        var parts = new ArrayList<QueryParts>();
        for (var clause : query.clauses()) {
            parts.add(of(searcher, clause.getQuery()));
        }
        return parts;
    }

    private static List<MarkLooks.Look> looks(List<QueryParts> parts, LeafReaderContext segment) throws IOException {
        var looks = new ArrayList<MarkLooks.Look>();
        for (var part : parts) {
            looks.add(part.in(segment));
        }
        return looks;
    }

    private static MarkLooks.Look values(TermInSetQuery query, LeafReaderContext segment) throws IOException {
        var values = new HashSet<String>();
        var each = query.getBytesRefIterator();
        for (var value = each.next(); value != null; value = each.next()) {
            values.add(value.utf8ToString());
        }
        return BitsLook.in(ValueBits.of(segment.reader(), query.getField(), values));
    }

    private static MarkLooks.Look word(Term word, Weight weight, LeafReaderContext segment) throws IOException {
        var common = CommonWords.of(segment.reader(), word);
        return common == null ? QueryLook.of(weight, segment) : BitsLook.in(List.of(common));
    }

    /** The words with a beginning: the common ones in bits, and the others, unless they are many. */
    private static MarkLooks.Look beginning(
            IndexSearcher searcher, MultiTermQuery query, Weight whole, LeafReaderContext segment) throws IOException {
        var terms = segment.reader().terms(query.getField());
        if (terms == null) {
            return BitsLook.NEVER;
        }
        var common = new ArrayList<BitsLook>();
        var others = new ArrayList<BytesRef>();
        var each = query.getTermsEnum(terms);
        for (var word = each.next(); word != null; word = each.next()) {
            var bits = CommonWords.of(segment.reader(), new Term(query.getField(), word));
            if (bits == null) {
                others.add(BytesRef.deepCopyOf(word));
            } else {
                common.add(BitsLook.in(List.of(bits)));
            }
            if (others.size() > FEW_WORDS) {
                return QueryLook.of(whole, segment);
            }
        }
        var inBits = BitsLook.any(common);
        if (others.isEmpty()) {
            return inBits;
        }
        var rare = weight(searcher, new TermInSetQuery(query.getField(), others));
        return MarkLooks.Look.any(List.of(inBits, QueryLook.of(rare, segment)));
    }
}

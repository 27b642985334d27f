package org.nowrongdoor.search.query;

import java.util.List;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.search.index.IndexFields;

/** The words of a query that have to be found as words.
 *  @param words content words as typed, without the small words of English and Spanish
 *  @param rest those of the words that no need was read from
 *  @param names what a record may be called in full: the whole query, and other names of an organisation in it
 *  @param leniency how strictly the words have to be found */
public record TextQuery(List<String> words, List<String> rest, List<String> names, Leniency leniency) {

    /** Strict first; the next only when the one before finds nothing. */
    public enum Leniency {
        /** Every word, as stems, the last one perhaps unfinished. */
        STRICT,
        /** Every word, one typing error allowed from five letters. */
        TYPOS,
        /** Any word, one typing error allowed from five letters. */
        ANY_WORD
    }

    private static final String[] NAMES = {IndexFields.NAMES_EN, IndexFields.NAMES_ES};
    private static final String[] NAMES_OR_NEEDS = {IndexFields.NAMES_OR_NEEDS_EN, IndexFields.NAMES_OR_NEEDS_ES};
    private static final String[] ALL = {IndexFields.TEXT_EN, IndexFields.TEXT_ES};
    private static final int PREFIX_FROM = 3;
    private static final int TYPO_FROM = 5;

    public TextQuery with(Leniency other) {
        return new TextQuery(words, rest, names, other);
    }

    /** Some of the words by themselves, with a typing error allowed. */
    public TextQuery only(List<String> some) {
        return new TextQuery(some, some, List.of(), Leniency.TYPOS);
    }

    /** The services in which the words are found. */
    public PredicateFinalStep found(SearchPredicateFactory f) {
        return words.isEmpty() ? f.matchNone() : found(f, words);
    }

    /** The services in which the words are found that no need was read from; once nothing else helps, all of them. */
    public PredicateFinalStep restFound(SearchPredicateFactory f) {
        return leniency == Leniency.ANY_WORD ? f.matchAll() : found(f, rest);
    }

    private PredicateFinalStep found(SearchPredicateFactory f, List<String> sought) {
        var all = f.bool();
        for (var i = 0; i < sought.size(); i++) {
            var one = word(f, sought.get(i), ALL, i == sought.size() - 1);
            if (leniency == Leniency.ANY_WORD) {
                all.should(one);
            } else {
                all.must(one);
            }
        }
        return all;
    }

    public PredicateFinalStep isOwnName(SearchPredicateFactory f) {
        return names.isEmpty()
                ? f.matchNone()
                : f.terms().field(IndexFields.OWN_NAMES).matchingAny(names);
    }

    public PredicateFinalStep allInNames(SearchPredicateFactory f) {
        return every(f, NAMES);
    }

    public PredicateFinalStep allInNamesOrNeeds(SearchPredicateFactory f) {
        return every(f, NAMES_OR_NEEDS);
    }

    private PredicateFinalStep every(SearchPredicateFactory f, String... fields) {
        if (words.isEmpty()) {
            return f.matchNone();
        }
        var all = f.bool();
        words.forEach(word -> all.must(f.match().fields(fields).matching(word)));
        return all;
    }

    private PredicateFinalStep word(SearchPredicateFactory f, String word, String[] fields, boolean last) {
        var any = f.bool().should(f.match().fields(fields).matching(word));
        if (last && word.length() >= PREFIX_FROM) {
            any.should(f.prefix().field(IndexFields.WORDS).matching(word));
        }
        if (leniency != Leniency.STRICT && word.length() >= TYPO_FROM) {
            any.should(f.match().field(IndexFields.WORDS).matching(word).fuzzy(1, 1));
        }
        return any;
    }
}

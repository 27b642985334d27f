package org.nowrongdoor.search.query;

import java.util.List;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.search.index.IndexFields;

/** The words of a query that have to be found as words.
 *  @param words content words as typed, without the small words of English and Spanish
 *  @param rest those of the words that no need was read from
 *  @param whom those of the rest that say for whom a need that was read is; they bring forward and leave out nothing
 *  @param names what a record may be called in full: the whole query, and other names of an organisation in it
 *  @param leniency how strictly the words have to be found */
public record TextQuery(
        List<String> words, List<String> rest, List<String> whom, List<String> names, Leniency leniency) {

    /** Strict first; the next only when the one before finds nothing. */
    public enum Leniency {
        /** Every word, as stems. */
        STRICT,
        /** Every word, the last one perhaps unfinished, one typing error allowed from five letters. */
        TYPOS,
        /** Every word as with typing errors; or the needs that were read, and of what is left of the words none. */
        NEEDS,
        /** Any word, the last one perhaps unfinished, one typing error allowed from five letters. */
        ANY_WORD
    }

    private static final String[] NAMES = {IndexFields.NAMES_EN, IndexFields.NAMES_ES};
    private static final String[] NAMES_OR_NEEDS = {IndexFields.NAMES_OR_NEEDS_EN, IndexFields.NAMES_OR_NEEDS_ES};
    private static final String[] ALL = {IndexFields.TEXT_EN, IndexFields.TEXT_ES};
    // 4: car, men and STI are words of their own far more often than the beginnings of care, mental and still.
    private static final int PREFIX_FROM = 4;
    private static final int TYPO_FROM = 5;
    // 3: my pimp wont let me leave; with two words left, as in dog shelter yoga, what is asked for is special.
    private static final int FEWEST_OF_A_STORY = 3;
    // 40: longer than any word of either language; a beginning or a slip of more is a search of its own for nothing.
    private static final int LONGEST_WORD = 40;

    public TextQuery with(Leniency other) {
        return new TextQuery(words, rest, whom, names, other);
    }

    /** Some of the words by themselves, with a typing error allowed. */
    public TextQuery only(List<String> some) {
        return new TextQuery(some, some, List.of(), List.of(), Leniency.TYPOS);
    }

    /** The same, found by its name alone where no need is met. */
    TextQuery onlyNames() {
        return new TextQuery(List.of(), List.of(), List.of(), names, leniency);
    }

    /** Whether so much is told that hardly any record can have all of the words.
     *  @param isAsked whether the words say which service is wanted, and not only what happened */
    public boolean isStory(boolean isAsked) {
        return removing().size() >= (isAsked ? FEWEST_OF_A_STORY : 1);
    }

    /** The services in which the words are found. */
    public PredicateFinalStep found(SearchPredicateFactory f) {
        return words.isEmpty() ? f.matchNone() : found(f, words);
    }

    /** The services in which the words are found that no need was read from; once nothing else helps, all of them. */
    public PredicateFinalStep restFound(SearchPredicateFactory f) {
        return leniency.compareTo(Leniency.NEEDS) >= 0 ? f.matchAll() : found(f, removing());
    }

    /** The rest without the words that leave out nothing. */
    public List<String> removing() {
        return rest.stream().filter(word -> !whom.contains(word)).toList();
    }

    /** The words that bring forward and leave out nothing: those that say for whom the need is, or all that are left of it
     *  where none of them has to be found. */
    public List<String> soft() {
        return leniency == Leniency.NEEDS ? rest : whom;
    }

    /** Whether nothing but the soft words is left: those of a sector for which a resource is looked for. */
    public boolean isOfASector() {
        return words.isEmpty() && !soft().isEmpty();
    }

    /** The services that have all of the soft words. */
    public PredicateFinalStep isSoftFound(SearchPredicateFactory f) {
        return every(f, soft(), ALL);
    }

    private PredicateFinalStep found(SearchPredicateFactory f, List<String> sought) {
        var all = f.bool();
        for (var i = 0; i < sought.size(); i++) {
            var one = oneOrJoined(f, sought, i);
            if (leniency == Leniency.ANY_WORD) {
                all.should(one);
            } else {
                all.must(one);
            }
        }
        return all;
    }

    /** A word, or what it makes with the one beside it: farm worker is farmworker. */
    private PredicateFinalStep oneOrJoined(SearchPredicateFactory f, List<String> sought, int at) {
        var any = f.bool().should(word(f, sought.get(at), at == sought.size() - 1));
        for (int first = Math.max(0, at - 1); first <= at && first + 1 < sought.size(); first++) {
            var joined = sought.get(first) + sought.get(first + 1);
            if (joined.length() <= LONGEST_WORD) {
                any.should(f.match().fields(ALL).matching(joined));
            }
        }
        return any;
    }

    public PredicateFinalStep isOwnName(SearchPredicateFactory f) {
        return names.isEmpty()
                ? f.matchNone()
                : f.terms().field(IndexFields.OWN_NAMES).matchingAny(names);
    }

    public PredicateFinalStep allInNames(SearchPredicateFactory f) {
        return every(f, words, NAMES);
    }

    public PredicateFinalStep allInNamesOrNeeds(SearchPredicateFactory f) {
        return every(f, words, NAMES_OR_NEEDS);
    }

    private static PredicateFinalStep every(SearchPredicateFactory f, List<String> sought, String... fields) {
        if (sought.isEmpty()) {
            return f.matchNone();
        }
        var all = f.bool();
        sought.forEach(word -> all.must(f.match().fields(fields).matching(word)));
        return all;
    }

    private PredicateFinalStep word(SearchPredicateFactory f, String word, boolean last) {
        var any = f.bool().should(f.match().fields(ALL).matching(word));
        if (leniency == Leniency.STRICT || word.length() > LONGEST_WORD) {
            return any;
        }
        // A word that a need was read from is whole.
        if (last && word.length() >= PREFIX_FROM && rest.contains(word)) {
            any.should(f.prefix().field(IndexFields.WORDS).matching(word));
        }
        if (word.length() >= TYPO_FROM) {
            any.should(f.match().field(IndexFields.WORDS).matching(word).fuzzy(1, 1));
        }
        return any;
    }
}

package org.nowrongdoor.search;

import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;

/** What comes first, as a sum of whole numbers: needs met, then text, then what a lens prefers, then certainty, then closeness, then who
 *  answers at once, then freshness.
 *
 *  <p>Each tier's step is larger than all tiers below it together, and every sum is exact in a float (under 2^24), so
 *  equal hits score equal whatever else the index holds, and a page can go on after a score and an id. A verdict is no
 *  part of it: it removes who cannot go and never ranks who can. */
final class Ranking {

    /** Verified at all, and verified within the last 90 days. */
    private static final int FRESH = 1; // 0 to 2

    private static final int ANSWERS_AT_ONCE = 4; // 0 or 1: somebody answers while one waits
    private static final int CLOSE = 8; // 0 to 4 steps, see closeness()
    private static final int CERTAIN = CLOSE * 8; // 0 to 7: what was required is known to be so, not merely unknown
    private static final int PREFERRED = CERTAIN * 8; // 0 to 7: what the lens that was asked for prefers
    private static final int TEXT = PREFERRED * 8; // 0 to 15, see text()
    private static final int NEED = TEXT * 16; // 0 to 20 needs

    private static final int OWN_NAME = 8;
    private static final int ALL_IN_NAMES = 4;
    private static final int ALL_IN_NAMES_OR_NEEDS = 2;

    /** Largest steps of a walk and of a ride across town. */
    private static final double NEAR_KM = 5;

    private static final double TOWN_KM = 15;

    private static final int FRESH_DAYS = 90;

    private final SearchPredicateFactory f;
    private final BooleanPredicateClausesStep<?, ?> into;

    Ranking(SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> into) {
        this.f = f;
        this.into = into;
    }

    void needs(List<Set<String>> needs) {
        for (var codes : needs) {
            add(f.terms().field(Fields.NEEDS).matchingAny(codes), NEED);
        }
    }

    void text(TextQuery text) {
        add(text.isOwnName(f), TEXT * OWN_NAME);
        add(text.allInNames(f), TEXT * ALL_IN_NAMES);
        add(text.allInNamesOrNeeds(f), TEXT * ALL_IN_NAMES_OR_NEEDS);
    }

    void certainty(List<Filter> filters) {
        filters.stream().limit(7).forEach(filter -> add(filter.certain(f), CERTAIN));
    }

    void preferred(Preferred by) {
        by.facts().stream()
                .limit(5)
                .forEach(values -> add(f.terms().field(Fields.FACTS).matchingAny(values), PREFERRED));
        if (!by.needs().isEmpty()) {
            add(f.terms().field(Fields.NEEDS).matchingAny(by.needs()), PREFERRED);
        }
        if (!by.kinds().isEmpty()) {
            add(f.terms().field(Fields.KIND).matchingAny(by.kinds()), PREFERRED);
        }
    }

    /** One step for each of: as near as the state, the radius, the town or county, the neighbourhood. */
    void closeness(Where where) {
        if (where.within() != null) {
            closenessTo(where, where.within());
            return;
        }
        add(any(areas(where.upToState()), site(where, where.radiusKm())), CLOSE);
        add(any(areas(where.upToCounty()), site(where, where.radiusKm())), CLOSE);
        add(any(areas(where.upToCounty()), site(where, TOWN_KM)), CLOSE);
        add(where.place().isEmpty() ? site(where, NEAR_KM) : any(areas(where.place()), site(where, NEAR_KM)), CLOSE);
    }

    /** For a whole region: who covers just that region, then who covers a part of it or has a site in it, then who
     *  covers more. */
    private void closenessTo(Where where, String region) {
        add(any(areas(where.upToState()), site(where, where.radiusKm())), CLOSE);
        add(any(areas(Set.of(region)), site(where, where.radiusKm())), CLOSE);
        add(areas(Set.of(region)), CLOSE);
    }

    /** Nobody said where: whoever helps in the whole nation helps there. */
    void reachFromAnywhere() {
        add(areas(Set.of(Where.NATION)), CLOSE);
    }

    void answersAtOnce() {
        add(f.terms().field(Fields.CHANNELS).matchingAny(Channels.AT_ONCE), ANSWERS_AT_ONCE);
    }

    /** One step for each of: as near as the state, the county, the place; a public site within the radius is as near. */
    void areasCloseness(Where where) {
        add(areas(where.upToState()), DoorRank.CLOSE);
        add(any(areas(where.upToCounty()), site(where, where.radiusKm())), DoorRank.CLOSE);
        add(areas(where.place()), DoorRank.CLOSE);
    }

    void freshness(long today) {
        add(f.exists().field(Fields.VERIFIED), FRESH);
        add(f.range().field(Fields.VERIFIED).atLeast(today - FRESH_DAYS), FRESH);
    }

    private PredicateFinalStep areas(Set<String> ids) {
        return ids.isEmpty() ? f.matchNone() : f.terms().field(Fields.AREAS).matchingAny(ids);
    }

    private PredicateFinalStep site(Where where, double km) {
        if (where.within() != null) {
            return any(
                    f.match().field(Fields.SITE_REGIONS).matching(where.within()),
                    f.match().field(Fields.AREAS_WITHIN).matching(where.within()));
        }
        if (where.point() == null) {
            return f.matchNone();
        }
        return f.spatial()
                .within()
                .field(Fields.SITES)
                .circle(where.point(), Math.min(km, where.radiusKm()), DistanceUnit.KILOMETERS);
    }

    private PredicateFinalStep any(PredicateFinalStep one, PredicateFinalStep other) {
        return f.or(one, other);
    }

    private void add(PredicateFinalStep predicate, int steps) {
        SearchPredicate built = predicate.toPredicate();
        into.should(f.bool().must(built).constantScore().boost(steps));
    }
}

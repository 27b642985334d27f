package org.nowrongdoor.search.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.search.index.Channels;
import org.nowrongdoor.search.index.IndexFields;
import org.nowrongdoor.search.index.NextStepRank;
import org.nowrongdoor.search.place.SearchedPlace;
import org.nowrongdoor.search.query.Criterion;
import org.nowrongdoor.search.query.Filter;
import org.nowrongdoor.search.query.FitBoosts;
import org.nowrongdoor.search.query.LensBoosts;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.search.query.TextQuery;

/** What comes first, as a sum of whole numbers: who answers for a place that is only likely, then needs met, then a name
 *  that is the whole of the words, then the state, then who answers a crisis, then the county, then text, then what a lens prefers, then
 *  certainty, then distance, then who answers at once, then freshness.
 *
 *  <p>Each tier's step is larger than all tiers below it together, and every sum is exact in a float (under 2^24), so
 *  equal hits score equal whatever else the index holds, and a page can go on after a score and an id. A verdict is no
 *  part of it: it removes who cannot go and never ranks who can. */
public final class Ranking {

    /** Verified at all, and verified within the last 90 days. */
    private static final int FRESH = 1; // 0 to 2

    private static final int ANSWERS_AT_ONCE = 4; // 0 or 1: someone answers while one waits
    private static final int CLOSE = 8; // 0 to 2 steps, see distance()
    private static final int CERTAIN = CLOSE * 3; // 0 to 7: what was required is known to be so, not merely unknown
    private static final int PREFERRED = CERTAIN * 8; // 0 to 7: what the lens that was asked for prefers
    private static final int FITS = PREFERRED * 8; // 0 to 3, see fitting()
    private static final int TEXT = FITS * 4; // 0 to 7, see text()
    private static final int COUNTY = TEXT * 8; // 0 or 1, see place()
    private static final int ANSWERS_A_CRISIS = COUNTY * 2; // 0 or 1: a line or navigator, see firstDoors()
    private static final int STATE = ANSWERS_A_CRISIS * 2; // 0 or 1, see place()
    private static final int OWN_NAME = STATE * 2; // 0 or 1
    private static final int NEED = OWN_NAME * 2; // 0 to 9 needs
    private static final int MOST_NEEDS = 9; // more of them met bring no one forward: the sum would not be exact
    private static final int HERE =
            NEED * (MOST_NEEDS + 1); // 0 or 1: answers for a place that is only likely; of a resource, for the
    // sector that is named: a course for nurses is looked for wherever it is given

    private static final int ALL_IN_NAMES = 4;
    private static final int ALL_IN_NAMES_OR_NEEDS = 2;
    private static final int FOR_WHOM = 1;

    /** Largest steps of a walk and of a ride across town. */
    private static final double NEAR_KM = 5;

    private static final double TOWN_KM = 15;

    private static final int FRESH_DAYS = 90;

    private static final String RESOURCE = "res.";

    private static final Set<String> FIRST_DOORS = Set.of("hotline", "navigator");

    private final List<Step> steps = new ArrayList<>();

    /** Something that brings a service so many steps forward. */
    public record Step(Criterion criterion, int worth) {

        void into(BooleanPredicateClausesStep<?, ?> all, SearchPredicateFactory f) {
            all.should(f.bool()
                    .must(CriterionPredicate.of(f, criterion))
                    .constantScore()
                    .boost(worth));
        }
    }

    private Ranking() {}

    /** What brings services forward, the most first. */
    public static List<Step> of(ServiceQuery query) {
        var ranking = new Ranking();
        var text = query.text();
        var isForWork = text != null && text.isOfASector();
        if (text != null && text.isOfASector()) {
            ranking.add(Criterion.matchesQuery(text::isSoftFound), HERE);
        }
        if (query.where() != null && query.hasLikelyPlace()) {
            ranking.add(answeringFor(query.where()), isForWork ? HERE / 2 : HERE);
        }
        ranking.needs(query);
        if (query.where() == null && query.text() != null && isForHelp(query)) {
            ranking.fromAnywhere(query.text());
        }
        if (query.where() != null) {
            ranking.state(query.where());
        }
        ranking.firstDoors(query);
        if (query.where() != null) {
            ranking.county(query.where());
        }
        if (query.text() != null) {
            ranking.fitting(query.wording().fit());
            ranking.text(query.text());
        }
        ranking.preferred(query.wording().preferred());
        ranking.certainty(query.filters());
        if (query.where() != null) {
            ranking.distance(query.where());
        } else {
            ranking.reachFromAnywhere();
        }
        ranking.answersAtOnce();
        ranking.freshness(query.page().today());
        return ranking.steps;
    }

    /** One step for each of: as near as the state, the county, the place; a public site within the radius is as near. */
    public static List<Step> ofDoors(SearchedPlace where) {
        return List.of(
                new Step(areas(where.upToState()), NextStepRank.CLOSE),
                new Step(Criterion.anyOf(areas(where.upToCounty()), site(where, where.radiusKm())), NextStepRank.CLOSE),
                new Step(areas(where.place()), NextStepRank.CLOSE));
    }

    /** What a search in a place that is sure would find. */
    private static Criterion answeringFor(SearchedPlace where) {
        var covering = areas(Set.copyOf(where.covering()));
        if (where.within() != null) {
            var within = Set.of(where.within());
            return Criterion.anyOf(
                    covering,
                    Criterion.hasAnyTerm(IndexFields.AREAS_WITHIN, within),
                    Criterion.hasAnyTerm(IndexFields.SITE_REGIONS, within));
        }
        return Criterion.anyOf(covering, site(where, where.radiusKm()));
    }

    /** Whether words ask for more than trainings, laws and the like, which help wherever they are from. */
    private static boolean isForHelp(ServiceQuery query) {
        return query.spoken().stream().flatMap(Set::stream).anyMatch(code -> !code.startsWith(RESOURCE));
    }

    /** No place was said, but what is needed: who helps in the whole nation helps there, or who is called by the words. */
    private void fromAnywhere(TextQuery text) {
        add(
                Criterion.anyOf(
                        areas(Set.of(Region.NATION)),
                        Criterion.matchesQuery(text::isOwnName),
                        Criterion.matchesQuery(text::allInNames)),
                HERE);
    }

    private void needs(ServiceQuery query) {
        Stream.concat(query.needs().stream(), query.spoken().stream())
                .limit(MOST_NEEDS)
                .forEach(codes -> add(Criterion.hasAnyTerm(IndexFields.NEEDS, codes), NEED));
    }

    private void fitting(FitBoosts fit) {
        add(Criterion.hasAnyTerm(IndexFields.NEEDS, fit.own()), FITS * 2);
        if (!fit.others().isEmpty()) {
            add(new Criterion.Not(Criterion.hasAnyTerm(IndexFields.NEEDS, fit.others())), FITS);
        }
    }

    private void text(TextQuery text) {
        add(Criterion.matchesQuery(text::isOwnName), OWN_NAME);
        add(Criterion.matchesQuery(text::allInNames), TEXT * ALL_IN_NAMES);
        add(Criterion.matchesQuery(text::allInNamesOrNeeds), TEXT * ALL_IN_NAMES_OR_NEEDS);
        if (!text.soft().isEmpty()) {
            add(Criterion.matchesQuery(text::isSoftFound), TEXT * FOR_WHOM);
        }
    }

    private void preferred(LensBoosts by) {
        add(Criterion.hasAnyTerm(IndexFields.LANGUAGES, by.languages()), PREFERRED);
        by.facts().stream()
                .limit(by.languages().isEmpty() ? 5 : 4)
                .forEach(values -> add(Criterion.hasAnyTerm(IndexFields.FACTS, values), PREFERRED));
        add(Criterion.hasAnyTerm(IndexFields.NEEDS, by.needs()), PREFERRED);
        add(Criterion.hasAnyTerm(IndexFields.KIND, by.kinds()), PREFERRED);
    }

    private void certainty(List<Filter> filters) {
        filters.stream().limit(7).forEach(filter -> add(filter.certain(), CERTAIN));
    }

    /** As near as the state. A public site within the radius is as near. */
    private void state(SearchedPlace where) {
        add(Criterion.anyOf(areas(where.upToState()), site(where, where.radiusKm())), STATE);
    }

    /** As near as the county. In a whole region: who covers just that or a part of it. */
    private void county(SearchedPlace where) {
        var within = where.within();
        var near = within == null ? where.upToCounty() : Set.of(within);
        add(Criterion.anyOf(areas(near), site(where, where.radiusKm())), COUNTY);
    }

    /** A line or a navigator, where only what happened is told, or of several that bear the name that is asked for. A line
     *  for the state comes before an office in the county then; a line far away does not. */
    private void firstDoors(ServiceQuery query) {
        var doors = Criterion.hasAnyTerm(IndexFields.KIND, FIRST_DOORS);
        var text = query.text();
        if (query.tellsWhatHappened()) {
            add(doors, ANSWERS_A_CRISIS);
        } else if (text != null && query.needs().isEmpty() && query.spoken().isEmpty()) {
            add(new Criterion.AllOf(List.of(Criterion.matchesQuery(text::isOwnName), doors)), ANSWERS_A_CRISIS);
        }
    }

    /** One step for each of: as near as the town or county, the neighbourhood. In a whole region: who covers all of it. */
    private void distance(SearchedPlace where) {
        if (where.within() != null) {
            add(areas(Set.of(where.within())), CLOSE);
            return;
        }
        add(Criterion.anyOf(areas(where.upToCounty()), site(where, TOWN_KM)), CLOSE);
        add(Criterion.anyOf(areas(where.place()), site(where, NEAR_KM)), CLOSE);
    }

    /** No place was said: what helps in the whole nation helps there. */
    private void reachFromAnywhere() {
        add(areas(Set.of(Region.NATION)), STATE);
    }

    private void answersAtOnce() {
        add(Criterion.hasAnyTerm(IndexFields.CHANNELS, Channels.AT_ONCE), ANSWERS_AT_ONCE);
    }

    private void freshness(long today) {
        add(new Criterion.AtLeast(IndexFields.VERIFIED, Long.MIN_VALUE), FRESH);
        add(new Criterion.AtLeast(IndexFields.VERIFIED, today - FRESH_DAYS), FRESH);
    }

    private static Criterion areas(Set<String> ids) {
        return Criterion.hasAnyTerm(IndexFields.AREAS, ids);
    }

    private static Criterion site(SearchedPlace where, double km) {
        if (where.within() != null) {
            var within = where.within();
            return Criterion.matchesQuery(f -> f.or(
                    f.match().field(IndexFields.SITE_REGIONS).matching(within),
                    f.match().field(IndexFields.AREAS_WITHIN).matching(within)));
        }
        return where.point() == null
                ? Criterion.NONE
                : new Criterion.Near(where.point(), Math.min(km, where.radiusKm()));
    }

    private void add(Criterion criterion, int worth) {
        if (!criterion.equals(Criterion.NONE)) {
            steps.add(new Step(criterion, worth));
        }
    }
}

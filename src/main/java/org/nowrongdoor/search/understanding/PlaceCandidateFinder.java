package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.PlaceLexicon;
import org.nowrongdoor.region.QuarterNames;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;

/** Finds every span of a line that may be a place, with a score. */
@Singleton
class PlaceCandidateFinder {

    // 4: "north little rock", "lake worth beach"; longer names are rare.
    private static final int MOST_NAME_WORDS = 4;
    private static final double SURE = 15;
    private static final double STATE = 6;
    private static final double STATE_CODE = 4.5;
    private static final double SLIP = -1;
    private static final int SHORTEST_WITH_SLIP = 7;

    private final TownInStateFinder towns;
    private final PlaceLexicon lexicon;
    private final StateReader states;
    private final PostalCodeReader codes;
    private final OtherWords others;
    private final PlaceScorer scorer;
    private final ServedPlaceFinder served;

    PlaceCandidateFinder(
            TownInStateFinder towns,
            PlaceLexicon lexicon,
            StateReader states,
            PostalCodeReader codes,
            OtherWords others,
            PlaceScorer scorer,
            ServedPlaceFinder served) {
        this.towns = towns;
        this.lexicon = lexicon;
        this.states = states;
        this.codes = codes;
        this.others = others;
        this.scorer = scorer;
        this.served = served;
    }

    List<PlaceCandidate> candidates(TokenizedText line) {
        var found = new ArrayList<PlaceCandidate>();
        for (int at = 0; at < line.size(); at++) {
            Deadline.check();
            var code = codes.at(line, at);
            if (code != null) {
                found.add(code);
            } else {
                from(line, at, found);
            }
        }
        return found;
    }

    private void from(TokenizedText line, int from, List<PlaceCandidate> found) {
        county(line, from, found);
        int first = afterPart(line, from);
        int before = found.size();
        if (lexicon.begins(line.get(first).key()) || isShortSide(line, first) || isLetter(line, first)) {
            for (int to = first + 1; to <= Math.min(line.size(), first + PlaceFinder.MOST_STATE_WORDS); to++) {
                if (line.isOneName(first, to)) {
                    span(line, from, first, to, found);
                }
            }
        }
        if (found.size() == before) {
            withSlip(line, from, first, found);
        } else {
            withSlipAtEnd(line, from, first, found);
        }
    }

    /** Salt lake citty: a longer name, of which the last word alone has a slip. */
    private void withSlipAtEnd(TokenizedText line, int from, int first, List<PlaceCandidate> found) {
        int last = found.get(found.size() - 1).to();
        var isOne = last < line.size() && last > first + 1 && line.isOneName(first, last + 1);
        if (isOne && !others.isWord(line, last, last + 1)) {
            var context = new NameContext(line, from, first, last + 1, line.key(first, last + 1));
            var near = lexicon.nearly(context.key());
            if (!near.isEmpty()) {
                add(context, near, PlaceScorer.evidence(near.get(0), context.key()) + SLIP, found);
            }
        }
    }

    /** Condado de Orange. */
    private void county(TokenizedText line, int from, List<PlaceCandidate> found) {
        int name = from + 2;
        if (!line.folded(from).equals("condado")
                || name >= line.size()
                || !line.folded(from + 1).equals("de")) {
            return;
        }
        for (int to = name + 1; to <= Math.min(line.size(), name + MOST_NAME_WORDS); to++) {
            var key = line.key(name, to) + " county";
            var named = line.isOneName(from, to) ? lexicon.called(key) : List.<Region>of();
            var context = new NameContext(line, from, from, to, key);
            withState(context, named, found);
            if (!named.isEmpty()) {
                add(context, named, PlaceScorer.evidence(named.get(0), key), found);
            }
        }
    }

    private static boolean isLetter(TokenizedText line, int at) {
        return line.folded(at).length() == 1;
    }

    private static boolean isShortSide(TokenizedText line, int at) {
        return QuarterNames.isShortSide(line.folded(at));
    }

    /** Where the name itself begins: after north, the south side of, downtown. */
    private int afterPart(TokenizedText line, int from) {
        var isPart = QuarterNames.isPart(line.folded(from))
                || isShortSide(line, from)
                || line.folded(from).equals("the");
        if (!isPart) {
            return from;
        }
        var said = new ArrayList<String>();
        for (int at = from; at < Math.min(line.size(), from + MOST_NAME_WORDS + 1); at++) {
            said.add(line.folded(at));
        }
        int name = from + QuarterNames.partsBefore(said);
        var isOne = name > from && name < line.size() && line.isOneName(from, name + 1);
        // North Charleston and West Virginia are names of their own.
        return isOne && !startsName(line, from) && lexicon.begins(line.get(name).key()) ? name : from;
    }

    private boolean startsName(TokenizedText line, int from) {
        for (int to = Math.min(line.size(), from + MOST_NAME_WORDS); to > from + 1; to--) {
            var key = line.key(from, to);
            if (line.isOneName(from, to)
                    && (lexicon.state(key) != null || !lexicon.called(key).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private void span(TokenizedText line, int from, int first, int to, List<PlaceCandidate> found) {
        var key = line.key(first, to);
        var context = new NameContext(line, from, first, to, key);
        var state = states.state(line, first, to);
        if (state != null) {
            state(context, state, found);
        }
        if (to - first > MOST_NAME_WORDS) {
            return;
        }
        var named = lexicon.called(key);
        withState(context, named, found);
        var area = lexicon.area(key);
        if (!area.isEmpty()) {
            add(context, area, STATE, found);
        } else if (!named.isEmpty() && state == null) {
            var likely = served.servedFirst(named);
            add(context, likely, PlaceScorer.evidence(likely.get(0), key), found);
        }
    }

    private void state(NameContext context, Region state, List<PlaceCandidate> found) {
        var isCode = context.key().length() == 2;
        var isCapital = isCode && context.line().isInCapitals(context.first());
        var isWithTown = context.key().equals("washington dc") || context.key().equals("washington d c");
        var base = state.kind() == RegionKind.NATION ? 2.5 : isCode && !isCapital ? STATE_CODE : STATE;
        var score = base + PlaceScorer.around(context);
        var cities = lexicon.called(context.key()).stream()
                .filter(region -> region.population() >= PlaceScorer.KNOWN_AS_NAME)
                .toList();
        found.add(candidate(context, place(state, context), cities, isWithTown, isWithTown ? SURE : score));
    }

    private void withState(NameContext context, List<Region> named, List<PlaceCandidate> found) {
        var line = context.line();
        if (!line.mayBeginState(context.to())) {
            return;
        }
        for (int end = Math.min(line.size(), context.to() + PlaceFinder.MOST_STATE_WORDS); end > context.to(); end--) {
            var state = states.afterName(line, context.to(), end);
            if (state == null || state.kind() != RegionKind.STATE) {
                continue;
            }
            int past = states.pastNation(line, end);
            var whole = new NameContext(line, context.from(), context.first(), past, context.key());
            var place = towns.find(context, state);
            if (place == null) {
                nearlyInState(whole, context.to(), end, state, found);
                continue;
            }
            var region = place.resolved().orElseThrow();
            var isLargest = !named.isEmpty() && named.get(0).equals(region);
            if (towns.mayBeName(context, end, region) && states.isMeantAfter(line, context.to(), end, isLargest)) {
                var read =
                        place.point() == null ? Place.of(region, line.typed(context.from(), past), List.of()) : place;
                found.add(candidate(whole, read, List.of(), true, SURE + PlaceScorer.around(context)));
                return;
            }
        }
    }

    /** Pittsburg, PA: a city of that state that the name nearly is, likely and not sure. */
    private void nearlyInState(NameContext whole, int to, int end, Region state, List<PlaceCandidate> found) {
        if (whole.key().length() >= SHORTEST_WITH_SLIP && states.isMeantAfter(whole.line(), to, end, false)) {
            lexicon.nearly(whole.key()).stream()
                    .filter(region -> state.id().equals(region.stateCode()))
                    .findFirst()
                    .ifPresent(region -> found.add(candidate(
                            whole, place(region, whole), List.of(), false, STATE + PlaceScorer.around(whole))));
        }
    }

    private void add(NameContext context, List<Region> named, double evidence, List<PlaceCandidate> found) {
        if (others.isSilent(context.key()) && !isLosAngeles(context)) {
            return;
        }
        var region = named.get(0);
        var score = evidence - scorer.against(context, region) + PlaceScorer.around(context);
        found.add(candidate(context, place(region, context), rest(named), false, score));
    }

    /** LA, or la at the end; elsewhere it is an article. */
    private static boolean isLosAngeles(NameContext context) {
        var line = context.line();
        int from = context.first();
        var isEnd = from > 0
                && context.to() == line.size()
                && line.isOneName(from - 1, from + 1)
                && !Set.of("en", "de", "a", "por", "esta", "estoy").contains(line.folded(from - 1));
        return context.key().equals("la") && (line.isInCapitals(from) || isEnd);
    }

    private Place place(Region region, NameContext context) {
        return Place.of(region, context.typed(), List.of());
    }

    private static List<Region> rest(List<Region> named) {
        return named.subList(1, named.size());
    }

    private PlaceCandidate candidate(
            NameContext context, Place place, List<Region> rest, boolean isSure, double score) {
        var isGivenName = !isSure && EverydayNames.isPerson(context.key());
        var isCity = place.resolved().stream().anyMatch(region -> region.population() >= PlaceScorer.KNOWN_AS_NAME);
        var objection = ContextReader.objection(
                context.line(), context.from(), context.to(), new ContextReader.Called(isGivenName, isCity, isSure));
        return new PlaceCandidate(
                context.from(), context.to(), place.from(context.typed()), rest, isSure, score, objection);
    }

    /** A large place that a word of seven letters or more nearly is, where no other name begins with it. */
    private void withSlip(TokenizedText line, int from, int first, List<PlaceCandidate> found) {
        var begins = lexicon.begins(line.get(first).key());
        for (int to = Math.min(line.size(), first + (begins ? 3 : 1)); to > first; to--) {
            var key = line.key(first, to);
            var isOther = (to == first + 1 && begins) || others.isWord(line, first, to);
            var near = isOther || !line.isOneName(first, to) ? List.<Region>of() : lexicon.nearly(key);
            if (!near.isEmpty()) {
                var context = new NameContext(line, from, first, to, key);
                add(context, near, PlaceScorer.evidence(near.get(0), key) + SLIP, found);
                return;
            }
        }
        if (!begins) {
            stateWithSlip(line, from, first, found);
        }
    }

    private void stateWithSlip(TokenizedText line, int from, int first, List<PlaceCandidate> found) {
        var key = line.get(first).key();
        var state = key.length() < 7 || others.isWord(line, first, first + 1) ? null : lexicon.stateNearly(key);
        if (state != null) {
            var context = new NameContext(line, from, first, first + 1, key);
            found.add(candidate(
                    context, place(state, context), List.of(), false, STATE + SLIP + PlaceScorer.around(context)));
        }
    }

    static List<Region> regions(Stream<PlaceCandidate> some) {
        return some.flatMap(each -> Stream.concat(Stream.of(each.region()), each.others().stream()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}

package org.nowrongdoor.search.place;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.taxonomy.recognition.StopWords;
import org.nowrongdoor.taxonomy.recognition.TermFinder;
import org.nowrongdoor.text.FoldedText;

/** Which place a text names from a certain word on, the longest name first. A place that is taken for one wrongly costs
 *  more than one that is missed: it hides the help elsewhere, and the word is not searched any more. */
@Singleton
class PlaceMatcher {

    // 4: "North Little Rock Arkansas", "Lake Worth Beach Florida"; longer names are rare and have their comma.
    private static final int MOST_NAME_WORDS = 4;
    static final int MOST_WORDS = MOST_NAME_WORDS + PlaceFinder.MOST_STATE_WORDS;

    // 10,000: of the places whose name is a word of a dictionary some 680 have fewer people, Home, Love and Hope among
    // them; some 280 have more, and AmbiguousPlaceNames lists those of them that are said after in or at.
    private static final int LARGE_PLACE = 10_000;
    // 100,000: a county is seldom called without the word, and its people are counted over all its places.
    private static final int LARGE_COUNTY = 100_000;
    // 7 letters and 100,000 people: "Mineapolis" is a slip, "prison" for Rison and "Paint" for Paia are not.
    private static final int SHORTEST_WITH_SLIP = 7;
    private static final int LARGE_WITH_SLIP = 100_000;

    private final PlaceFinder finder;
    private final TermFinder terms;

    PlaceMatcher(PlaceFinder finder, TermFinder terms) {
        this.finder = finder;
        this.terms = terms;
    }

    /** What follows a preposition: a state, a name with its state, or the name of a large place. */
    Optional<PlaceSpan> afterPreposition(TokenizedText words, int from) {
        return longest(words, from)
                .mapToObj(to -> span(
                        words,
                        from,
                        to,
                        state(words, from, to).or(() -> named(words, from, to)).or(() -> large(words, from, to))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A name with its state, wherever it stands. */
    Optional<PlaceSpan> withState(TokenizedText words, int from) {
        return longest(words, from)
                .mapToObj(to -> span(words, from, to, namedAnywhere(words, from, to)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A large place that the rest of a text after a preposition nearly is. */
    Optional<PlaceSpan> nearlyToTheEnd(TokenizedText words, int from) {
        int to = words.size();
        if (to - from > MOST_WORDS) {
            return Optional.empty();
        }
        return Stream.concat(splits(words, from, to), Stream.of(new Split(to, null)))
                .filter(split -> mayHaveSlip(words, from, split.cut()))
                .map(split -> finder.findNearly(words.typed(from, split.cut()), split.state()))
                .filter(place -> place.resolved()
                        .filter(region -> region.population() >= LARGE_WITH_SLIP)
                        .isPresent())
                .findFirst()
                .map(place -> new PlaceSpan(place, from, to));
    }

    private boolean mayHaveSlip(TokenizedText words, int from, int to) {
        var folded = words.folded(from, to);
        return folded.length() >= SHORTEST_WITH_SLIP && isName(words, from, to) && !isOtherWord(folded);
    }

    private static IntStream longest(TokenizedText words, int from) {
        int last = Math.min(words.size(), from + MOST_WORDS);
        return IntStream.iterate(last, to -> to > from, to -> to - 1);
    }

    private Optional<PlaceSpan> span(TokenizedText words, int from, int to, Optional<Place> place) {
        return place.map(found -> new PlaceSpan(found, from, isNation(words, to) ? to + 1 : to));
    }

    /** Whether the nation follows, as in Duluth, MN, USA. */
    private boolean isNation(TokenizedText words, int at) {
        return at < words.size()
                && words.gap(at).matches("[ ,]+")
                && state(words, at, at + 1)
                        .flatMap(Place::resolved)
                        .filter(region -> region.kind() == RegionKind.NATION)
                        .isPresent();
    }

    /** A state or the nation by itself. LA is a city as often as it is a state, and mass is said in a church. */
    private Optional<Place> state(TokenizedText words, int from, int to) {
        var folded = words.folded(from, to);
        return folded.equals("la") || AmbiguousPlaceNames.isName(folded)
                ? Optional.empty()
                : findState(words, from, to).map(state -> finder.find(state.id()));
    }

    private Optional<Region> findState(TokenizedText words, int from, int to) {
        return words.isOneName(from, to) && (to - from > 1 || isMeantAsState(words, from))
                ? finder.findState(words.folded(from, to))
                : Optional.empty();
    }

    /** A code that is no word of every day may be written anyhow; of the others, in, or, me, only capitals tell, or that
     *  it stands between commas or at the end: Portland, or. */
    private static boolean isMeantAsState(TokenizedText words, int at) {
        return !AmbiguousPlaceNames.isCode(words.get(at).folded())
                || words.isInCapitals(at)
                || (words.gap(at).contains(",")
                        && (at + 1 == words.size() || words.gap(at + 1).contains(",")));
    }

    /** A name and its state.
     *  @param cut where the name ends
     *  @param state null where none is said */
    private record Split(int cut, @Nullable Region state) {}

    private Stream<Split> splits(TokenizedText words, int from, int to) {
        return IntStream.range(Math.max(from + 1, to - PlaceFinder.MOST_STATE_WORDS), to)
                .filter(cut -> isName(words, from, cut) && words.gap(cut).matches("[ .,]+"))
                .boxed()
                .flatMap(cut -> findState(words, cut, to)
                        .filter(state -> state.kind() == RegionKind.STATE)
                        .map(state -> new Split(cut, state))
                        .stream());
    }

    private Optional<Place> named(TokenizedText words, int from, int to) {
        return splits(words, from, to)
                .flatMap(split -> {
                    var name = words.typed(from, split.cut());
                    var state = Objects.requireNonNull(split.state());
                    return Stream.of(finder.findByName(name, state), finder.findByOtherName(name, state));
                })
                .filter(PlaceMatcher::isKnown)
                .findFirst();
    }

    /** Without a preposition the name must be no other word: clean needles CA, crisis center TX. */
    private Optional<Place> namedAnywhere(TokenizedText words, int from, int to) {
        var whole = finder.findState(words.folded(from, to));
        if (whole.isPresent()) {
            // Washington DC is a state by itself, West Virginia is no place West in Virginia.
            return splits(words, from, to).anyMatch(split -> whole.get().equals(split.state()))
                    ? Optional.of(finder.find(whole.get().id()))
                    : Optional.empty();
        }
        return splits(words, from, to)
                .filter(split -> !isOtherWord(words.folded(from, split.cut())))
                .map(split -> finder.findByName(words.typed(from, split.cut()), split.state()))
                .filter(PlaceMatcher::isKnown)
                .findFirst();
    }

    private Optional<Place> large(TokenizedText words, int from, int to) {
        var folded = words.folded(from, to);
        if (!isName(words, from, to) || isOtherWord(folded) || isStreet(words, to)) {
            return Optional.empty();
        }
        var place = finder.findByName(words.typed(from, to), null);
        return Stream.concat(
                                place.resolved().stream(),
                                place.resolved().isPresent() ? Stream.of() : place.candidates().stream())
                        .anyMatch(region -> isLarge(region, folded))
                ? Optional.of(place)
                : Optional.empty();
    }

    private static boolean isLarge(Region region, String folded) {
        if (region.kind() == RegionKind.PLACE) {
            return region.population() >= LARGE_PLACE;
        }
        var isFullName = FoldedText.of(region.name())
                .equals(folded + " " + String.valueOf(region.stateCode()).toLowerCase(Locale.ROOT));
        return isFullName || region.population() >= LARGE_COUNTY;
    }

    private static boolean isName(TokenizedText words, int from, int to) {
        return to - from <= MOST_NAME_WORDS && words.isOneName(from, to);
    }

    /** Madison Avenue is not in Madison. */
    private static boolean isStreet(TokenizedText words, int at) {
        return at < words.size()
                && words.isOneName(at - 1, at + 1)
                && words.get(at).folded().matches("street|avenue|ave|road|boulevard|blvd|drive|high");
    }

    /** A word of every day, or one of ours. */
    private boolean isOtherWord(String folded) {
        return AmbiguousPlaceNames.isName(folded) || StopWords.without(folded).isEmpty() || terms.isForm(folded);
    }

    private static boolean isKnown(Place place) {
        return place.resolved().isPresent() || !place.candidates().isEmpty();
    }
}

package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.QuarterNames;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.taxonomy.recognition.TermFinder;
import org.nowrongdoor.text.AcronymNormalizer;
import org.nowrongdoor.text.FoldedText;

/** Reads a line that was typed in one breath: "bed tonight duluth", "abogado tampa", "my friend is in Duluth and her
 *  boyfriend sells her". Every span that may be a place competes with the needs for its words. */
@Singleton
public class LineReader {

    // With its dots it is the city, where it does not follow a town as the code of its state.
    private static final Pattern LOS_ANGELES = Pattern.compile(
            "(?i)(^|\\b(?:in|near|around|at|en|por|cerca de)\\s+)l\\.\\s?a(?:\\.|(?!\\p{L}))(?!\\s*count)");
    private static final int MOST_ALSO = 5;
    private static final int MOST_QUARTER_WORDS = 4;

    private final Regions regions;
    private final PlaceFinder finder;
    private final PlaceCandidateFinder places;
    private final OrganizationReader names;
    private final TermFinder terms;

    LineReader(
            Regions regions,
            PlaceFinder finder,
            PlaceCandidateFinder places,
            OrganizationReader names,
            TermFinder terms) {
        this.regions = regions;
        this.finder = finder;
        this.places = places;
        this.names = names;
        this.terms = terms;
    }

    /** What a line is read as. */
    public LineReading read(String typed) {
        var text = joined(typed);
        var line = new TokenizedText(text);
        var best = cover(text, line).best();
        var outer = meant(best.places());
        var meant = outer.isEmpty() ? meant(best.inner()) : outer;
        return meant.isEmpty() ? withoutPlace(line, best) : withPlace(line, best, meant);
    }

    /** What the words of a line could be read as, in their order. */
    public List<LineCandidate> candidates(String typed) {
        var text = joined(typed);
        var line = new TokenizedText(text);
        return cover(text, line).candidates(line);
    }

    /** Whether a word is said more often than any place is meant by it: man, but not reading. */
    public boolean isEverydayWord(String word) {
        var key = FoldedText.of(word);
        var commonness = EverydayNames.commonness(key);
        var place = finder.findByName(word, null);
        return commonness > 0
                && Stream.concat(place.resolved().stream(), place.candidates().stream())
                        .noneMatch(region -> PlaceScorer.evidence(region, key) > commonness);
    }

    private static String joined(String typed) {
        return AcronymNormalizer.joined(LOS_ANGELES.matcher(typed).replaceAll("$1Los Angeles"));
    }

    private LineCover cover(String text, TokenizedText line) {
        var cover = new LineCover(line.size());
        terms.spans(text).forEach(form -> cover.addNeed(line, form));
        withoutParts(places.candidates(line)).forEach(cover::addPlace);
        names.names(line).forEach(cover::addName);
        return cover;
    }

    /** Without those within a longer name that is no place here: of "took her to las vegas" vegas is none either. */
    private static List<PlaceCandidate> withoutParts(List<PlaceCandidate> all) {
        return all.stream()
                .filter(part -> part.objection() != null
                        || all.stream()
                                .noneMatch(whole -> whole.objection() != null
                                        && whole.isLikely()
                                        && whole.from() <= part.from()
                                        && whole.to() >= part.to()
                                        && whole.to() - whole.from() > part.to() - part.from()))
                .toList();
    }

    private List<PlaceCandidate> meant(List<PlaceCandidate> covered) {
        var states = covered.stream()
                .filter(place -> place.isMeant() && place.region().kind() == RegionKind.STATE)
                .map(place -> place.region().id())
                .toList();
        return covered.stream()
                .filter(PlaceCandidate::isMeant)
                .map(place -> inOneOf(states, place))
                .toList();
    }

    /** The town of a name that lies in a state of the line, if there is one: springfield bed illinois. */
    private static PlaceCandidate inOneOf(List<String> states, PlaceCandidate place) {
        if (place.isSure() || place.region().kind() == RegionKind.STATE) {
            return place;
        }
        return Stream.concat(Stream.of(place.region()), place.others().stream())
                .filter(region -> states.contains(region.stateCode()))
                .findFirst()
                .filter(region -> !region.equals(place.region()))
                .map(region -> place.with(
                        region,
                        Stream.concat(Stream.of(place.region()), place.others().stream())
                                .filter(other -> !other.equals(region))
                                .toList()))
                .orElse(place);
    }

    private LineReading withPlace(TokenizedText line, LineCover.Cover cover, List<PlaceCandidate> meant) {
        var covered = cover.places();
        var best = meant.stream()
                .filter(place -> meant.stream().noneMatch(other -> isWithin(other, place)))
                .max(Comparator.comparing(PlaceCandidate::isSure)
                        .thenComparing(PlaceCandidate::score)
                        .thenComparing(PlaceCandidate::from, Comparator.reverseOrder()))
                .orElse(meant.get(0));
        var isSure = best.isSure()
                && meant.stream()
                        .allMatch(other ->
                                !other.isSure() || other.region().equals(best.region()) || isWithin(best, other));
        var also = Stream.concat(
                        covered.stream()
                                .filter(other -> !other.region().equals(best.region()) && !isWithin(best, other))
                                .filter(other -> other.objection() != ContextReader.Objection.STREET)
                                .map(PlaceCandidate::region),
                        best.others().stream())
                .distinct()
                .limit(MOST_ALSO)
                .toList();
        return reading(
                line,
                cover,
                taken(line, covered),
                Optional.of(new LineReading.ReadPlace(best.place(), isSure, also)),
                List.of());
    }

    private static LineReading reading(
            TokenizedText line,
            LineCover.Cover cover,
            BitSet taken,
            Optional<LineReading.ReadPlace> place,
            List<Place> asked) {
        var withNames = (BitSet) taken.clone();
        cover.names().forEach(name -> withNames.set(name.from(), name.to()));
        var organizations = cover.names().stream()
                .flatMap(name -> name.organizations().stream()
                        .map(organization ->
                                new LineReading.ReadOrganization(organization, line.typed(name.from(), name.to()))))
                .toList();
        return new LineReading(line.without(taken), line.without(withNames), place, asked, organizations);
    }

    private boolean isWithin(PlaceCandidate inner, PlaceCandidate outer) {
        return !inner.region().equals(outer.region())
                && regions.covers(outer.region().id(), inner.region().id());
    }

    private LineReading withoutPlace(TokenizedText line, LineCover.Cover cover) {
        var covered = cover.places();
        var asked = new ArrayList<Place>();
        var taken = taken(line, covered);
        covered.stream()
                .filter(place -> place.objection() != ContextReader.Objection.STREET)
                .forEach(place -> asked.add(Place.unclear(
                        Objects.requireNonNullElse(place.place().from(), ""),
                        PlaceCandidateFinder.regions(Stream.of(place)).stream()
                                .limit(MOST_ALSO)
                                .toList())));
        if (asked.isEmpty()) {
            quarter(line, asked, taken);
        }
        return reading(line, cover, taken, Optional.empty(), asked);
    }

    /** A quarter that many towns have is asked about: in midtown, near the north shore. */
    private void quarter(TokenizedText line, List<Place> asked, BitSet taken) {
        for (int at = 1; at < line.size(); at++) {
            int lead = ContextReader.lead(line, at);
            if (lead == at) {
                continue;
            }
            for (int to = Math.min(line.size(), at + MOST_QUARTER_WORDS); to > at; to--) {
                if (line.isOneName(at, to) && QuarterNames.isNothingElse(line.folded(at, to))) {
                    asked.add(finder.findByName(line.typed(at, to), null).asked());
                    taken.set(lead, to);
                    return;
                }
            }
        }
    }

    private static BitSet taken(TokenizedText line, List<PlaceCandidate> covered) {
        var taken = new BitSet();
        covered.stream()
                .filter(place -> place.objection() != ContextReader.Objection.STREET)
                .forEach(place -> taken.set(ContextReader.lead(line, place.from()), place.to()));
        return taken;
    }
}

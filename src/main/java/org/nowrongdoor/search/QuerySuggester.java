package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.region.PlaceSuggester;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;
import org.nowrongdoor.search.format.Messages;
import org.nowrongdoor.taxonomy.recognition.RecognitionResult;
import org.nowrongdoor.taxonomy.recognition.TermFinder;

/** A need and the beginning of a place in one line, as one choice: shelter dul is Emergency shelter in Duluth, MN. */
@Singleton
class QuerySuggester {

    // 3: fewer letters begin too many places.
    private static final int SHORTEST_PLACE = 3;
    private static final int MOST_PLACE_WORDS = 3;
    private static final Pattern SPACES = Pattern.compile("[\\s,]+");

    private final TermFinder terms;
    private final PlaceSuggester places;

    QuerySuggester(TermFinder terms, PlaceSuggester places) {
        this.terms = terms;
        this.places = places;
    }

    /** The searches that some words may become, those with the largest places first. */
    List<Suggestion> suggest(String typed, String lang, int limit) {
        var words = List.of(SPACES.split(typed.strip(), -1));
        return IntStream.rangeClosed(1, Math.min(MOST_PLACE_WORDS, words.size() - 1))
                .map(count -> words.size() - count)
                .mapToObj(cut -> suggest(words, cut, lang, limit))
                .filter(found -> !found.isEmpty())
                .reduce((shorter, longer) -> longer)
                .orElse(List.of());
    }

    private List<Suggestion> suggest(List<String> words, int cut, String lang, int limit) {
        var place = String.join(" ", words.subList(cut, words.size()));
        if (place.length() < SHORTEST_PLACE) {
            return List.of();
        }
        return need(String.join(" ", words.subList(0, cut)), lang).stream()
                .flatMap(need -> places.starting(place, limit).stream().map(region -> query(need, region, lang)))
                .toList();
    }

    /** The one need that some words say, and nothing else. */
    private Optional<RecognitionResult.Need> need(String words, String lang) {
        var understood = terms.understand(words, lang);
        var isAll = understood.needs().size() == 1
                && understood.rest().isEmpty()
                && understood.unclear().isEmpty();
        return isAll ? Optional.of(understood.needs().get(0)) : Optional.empty();
    }

    /** A town is searched around, a larger region is searched as a whole. */
    private static Map<String, String> where(Region region) {
        return region.kind() == RegionKind.PLACE ? Map.of("place", region.id()) : Map.of("region", region.id());
    }

    private static Suggestion query(RecognitionResult.Need need, Region region, String lang) {
        return new Suggestion(
                "query",
                null,
                new Messages(lang).say("suggest.in", need.label(), region.name()),
                Map.of("needs", List.of(need.code()), "where", where(region)));
    }
}

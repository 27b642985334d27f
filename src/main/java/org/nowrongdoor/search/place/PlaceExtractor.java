package org.nowrongdoor.search.place;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nowrongdoor.region.Place;
import org.nowrongdoor.region.PlaceFinder;

/** Finds the place in a query that was typed in one breath: "bed in Milwaukee tonight", "cama 33601", "lawyer Nome, AK".
 *  The surest is taken: a postal code, then what follows a word such as in, then any name with its state. */
@Singleton
public class PlaceExtractor {

    // from and de are not among them: they say where the client left as often as where they are.
    private static final Set<String> PREPOSITIONS = Set.of("in", "near", "around", "at", "en", "por");

    private final PlaceFinder finder;
    private final PlaceMatcher spans;

    PlaceExtractor(PlaceFinder finder, PlaceMatcher spans) {
        this.finder = finder;
        this.spans = spans;
    }

    /** The words of a query without its place and the preposition before it, in their order, and the place.
     *  @param place unresolved with candidates where several large ones are called so; empty when no place is meant */
    public record Split(String words, Optional<Place> place) {}

    public Split split(String text) {
        var q = AcronymNormalizer.joined(text);
        var words = new TokenizedText(q);
        return postalCode(words)
                .or(() -> first(words, at -> isLed(words, at) ? spans.afterPreposition(words, at) : Optional.empty()))
                .or(() -> first(words, at -> spans.withState(words, at)))
                .or(() -> first(words, at -> isLed(words, at) ? spans.nearlyToTheEnd(words, at) : Optional.empty()))
                .map(span -> new Split(words.without(lead(words, span.from()), span.to()), Optional.of(span.place())))
                .orElseGet(() -> new Split(q, Optional.empty()));
    }

    private static Optional<PlaceSpan> first(TokenizedText words, IntFunction<Optional<PlaceSpan>> look) {
        return IntStream.range(0, words.size())
                .mapToObj(look)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A postal code with what it ends: Minneapolis, MN 55404-1234. */
    private Optional<PlaceSpan> postalCode(TokenizedText words) {
        return first(words, at -> {
            var place = isPostalCode(words, at)
                    ? finder.findPostalCode(words.get(at).folded())
                    : null;
            return place == null || place.resolved().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PlaceSpan(place, townBefore(words, at), endOfCode(words, at)));
        });
    }

    /** Five digits that stand alone: neither money nor the end of a telephone number. */
    private static boolean isPostalCode(TokenizedText words, int at) {
        return words.get(at).folded().matches("\\d{5}") && words.gap(at).matches("|.*[\\s,(]");
    }

    private static int endOfCode(TokenizedText words, int at) {
        var next = at + 1;
        var isLong = next < words.size()
                && words.gap(next).equals("-")
                && words.get(next).folded().matches("\\d{4}");
        return isLong ? next + 1 : next;
    }

    private int townBefore(TokenizedText words, int code) {
        return IntStream.range(Math.max(0, code - PlaceMatcher.MOST_WORDS), code)
                .filter(at -> (isLed(words, at) ? spans.afterPreposition(words, at) : spans.withState(words, at))
                        .filter(span -> span.to() == code)
                        .isPresent())
                .findFirst()
                .orElse(code);
    }

    private static boolean isLed(TokenizedText words, int at) {
        return lead(words, at) < at;
    }

    /** Where the preposition right before a word begins; the word itself when none stands there. */
    private static int lead(TokenizedText words, int at) {
        if (at == 0 || !words.isOneName(at - 1, at + 1)) {
            return at;
        }
        var before = words.get(at - 1).folded();
        if (PREPOSITIONS.contains(before)) {
            return at - 1;
        }
        return before.equals("de") && at > 1 && words.get(at - 2).folded().equals("cerca") ? at - 2 : at;
    }
}

package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.PlaceFinder;

/** Reads postal codes: five digits that stand alone, neither money nor the end of a telephone number. */
@Singleton
class PostalCodeReader {

    private static final int DIGITS = 5;
    private static final int MORE_DIGITS = 4;
    private static final double SURE = 20;

    private final PlaceFinder finder;
    private final NameLookup names;

    PostalCodeReader(PlaceFinder finder, NameLookup names) {
        this.finder = finder;
        this.names = names;
    }

    @Nullable PlaceCandidate at(TokenizedText line, int at) {
        var code = line.folded(at);
        if (!isNumber(code, DIGITS) || !standsAlone(line, at) || isPartOfName(line, at)) {
            return null;
        }
        var place = finder.findPostalCode(code);
        return place.resolved().isEmpty()
                ? null
                : new PlaceCandidate(at, end(line, at), place, List.of(), true, SURE, null);
    }

    private static boolean isNumber(String word, int digits) {
        return word.length() == digits && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean standsAlone(TokenizedText line, int at) {
        var gap = line.gap(at);
        return gap.isEmpty() || " ,(\t\n".indexOf(gap.charAt(gap.length() - 1)) >= 0;
    }

    /** The number of a house or of a post in the name of a service that stands with the words next to it: Post 46113. */
    private boolean isPartOfName(TokenizedText line, int at) {
        var code = line.folded(at);
        return (at > 0 && names.hasAll(line.folded(at - 1), code))
                || (at + 1 < line.size() && names.hasAll(code, line.folded(at + 1)));
    }

    private static int end(TokenizedText line, int at) {
        var isLong = at + 1 < line.size() && line.gap(at + 1).equals("-") && isNumber(line.folded(at + 1), MORE_DIGITS);
        return isLong ? at + 2 : at + 1;
    }
}

package org.nowrongdoor.search.understanding;

import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.PlaceLexicon;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.RegionKind;

/** Reads states: by name anywhere, by a code where it is no word of every day. */
@Singleton
class StateReader {

    /** Codes that people write as words between a town and what follows, whatever town it is. */
    private static final Set<String> JOINING = Set.of("or", "in", "me", "us", "as", "hi", "ok", "id");

    private final PlaceLexicon lexicon;

    StateReader(PlaceLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A state by itself; LA is a city as often as it is a state, and an article. */
    @Nullable Region state(TokenizedText line, int from, int to) {
        var folded = line.folded(from, to);
        if (to - from > PlaceFinder.MOST_STATE_WORDS || AmbiguousPlaceNames.isName(folded) || folded.equals("la")) {
            return null;
        }
        var state = lexicon.state(line.key(from, to));
        if (state == null || (to - from == 1 && !isMeantAlone(line, from))) {
            return null;
        }
        return state;
    }

    private static boolean isMeantAlone(TokenizedText line, int at) {
        var folded = line.folded(at);
        if (isDottedCounty(line, at)) {
            return false;
        }
        if (!AmbiguousPlaceNames.isCode(folded)) {
            return !folded.equals("us") && !isCompany(line, at);
        }
        var isLed = ContextReader.evidence(line, at) == ContextReader.Evidence.STRONG;
        return isLed && line.isInCapitals(at);
    }

    private static boolean isCompany(TokenizedText line, int at) {
        return line.folded(at).equals("co") && !line.isInCapitals(at);
    }

    /** Orange Co. is a county. */
    private static boolean isDottedCounty(TokenizedText line, int at) {
        return line.folded(at).equals("co")
                && line.gap(at + 1).startsWith(".")
                && !line.gap(at).contains(",");
    }

    /** A state that some words are after a name, whether or not they are also a word. */
    @Nullable Region afterName(TokenizedText line, int from, int to) {
        var isOne = line.isOneName(from, to) && !isDottedCounty(line, from);
        if (!isOne) {
            return null;
        }
        // MT is spelled mount in a key, as Mt. Vernon is.
        var state = lexicon.state(line.key(from, to));
        return state == null ? lexicon.state(line.folded(from, to)) : state;
    }

    /** Whether a state is meant after a name: a code that is a word only in capitals, between commas, at the end, or where
     *  the name is known for a town of that state.
     *  @param isKnownThere whether that is the largest town of the name */
    boolean isMeantAfter(TokenizedText line, int from, int to, boolean isKnownThere) {
        if (to - from > 1) {
            return true;
        }
        var folded = line.folded(from);
        var isDotted = line.gap(to).startsWith(".");
        return !AmbiguousPlaceNames.isCode(folded)
                || line.isInCapitals(from)
                || (isDotted && folded.length() > 2 && line.isCapitalised(from))
                || (line.gap(from).contains(",")
                        && (to == line.size() || line.gap(to).contains(",")))
                || (to == line.size() && !JOINING.contains(folded))
                || (isKnownThere && (to == line.size() || !JOINING.contains(folded)));
    }

    /** The word after the nation where it follows, as in Duluth, MN, USA; else the word itself. */
    int pastNation(TokenizedText line, int at) {
        if (at >= line.size() || !line.mayBeginState(at) || line.folded(at).equals("us")) {
            return at;
        }
        var nation = lexicon.state(line.get(at).key());
        return nation != null && nation.kind() == RegionKind.NATION ? at + 1 : at;
    }
}

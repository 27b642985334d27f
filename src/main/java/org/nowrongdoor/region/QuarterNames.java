package org.nowrongdoor.region;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that quarters of many towns bear, and parts of many states: they say where in a town, and not in which one. One
 *  small town that is called so too is hardly ever meant. The gazetteer has few quarters, so the words stand here. */
public final class QuarterNames {

    /** Where in a town. */
    private static final Set<String> SIDES = words("""
            north south east west northeast northwest southeast southwest northern southern eastern western upper lower near
            far old new mid middle central inner outer back""");

    /** What lies there. */
    private static final Set<String> PARTS = words("""
            side end shore bay town coast district village country suburbs suburb hills heights flats bottoms beach harbor
            market central downtown line valley""");

    private static final Set<String> TOWNS = words("""
            downtown uptown midtown crosstown northside southside eastside westside chinatown koreatown japantown
            greektown""");

    /** Names of one word, and those whose words say nothing by themselves. */
    private static final Set<String> NAMES =
            Arrays.stream("""
            downtown; uptown; midtown; crosstown; oldtown; downtown area; city center; city centre; town center; civic center;
            inner city; the city; city; town; the town; northside; southside; eastside; westside; northend; southend; eastend;
            westend; southtown; northtown; westtown; easttown; northgate; southgate; eastgate;
            westgate; frogtown; old town; the mission; the castro; the loop; the strip; the hill; the heights; the valley;
            the avenues; the bottoms; the village; waterfront; lakefront; riverfront; oceanfront; beachfront; lakeshore; riverside drive; main street;
            chinatown; koreatown; japantown; greektown; little italy; little havana; little haiti; little tokyo; little saigon;
            little mexico; french quarter; theater district; financial district; arts district; warehouse district;
            entertainment district; medical district; capitol hill; nob hill; skid row; tenderloin; panhandle; heartland;
            upstate; downstate; outstate; hill country; high desert; high country; low country; lowcountry; north woods;
            northwoods; north country; delta; coast; gulf coast; gold coast; sun coast; valley; loop; hill; hills; heights;
            village; strip; flats; bottoms; island; islands; suburb; suburbs; home; here; the hood; the projects;
            reservation; the reservation; the rez; rez; centro; el centro; centro de la ciudad; zona norte; zona sur;
            lado norte; lado sur; lado este; lado oeste; barrio; el barrio; barrio chino; la isla; afueras; las afueras""".split(";")).map(String::strip).collect(Collectors.toUnmodifiableSet());

    /** What may stand before the name of a town or a state to say which part of it is meant. */
    private static final Set<String> BEFORE_NAME = words("""
            downtown uptown midtown north south east west northeast northwest southeast southwest northern southern eastern
            western northeastern northwestern southeastern southwestern central inner upper lower upstate downstate outstate
            rural greater metro metropolitan outside suburban norte sur este oeste centro""");

    private static final Map<String, String> SHORT_SIDES = Map.of(
            "n",
            "north",
            "s",
            "south",
            "e",
            "east",
            "w",
            "west",
            "ne",
            "northeast",
            "nw",
            "northwest",
            "se",
            "southeast",
            "sw",
            "southwest");

    /** What may stand between the two: south side of Chicago. */
    private static final Set<String> BETWEEN = words("the side end part suburbs of in el la zona lado de");

    private static final Set<String> AFTER_NAME =
            words("downtown uptown midtown center centre metro metropolitan area suburbs");

    private QuarterNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Whether a name says only where in a town: midtown, the south side, upper east side. */
    static boolean isOne(String key) {
        return NAMES.contains(key) || NAMES.contains(bare(key)) || isSide(bare(key));
    }

    /** Whether a name does, and is no word of every day either. */
    public static boolean isNothingElse(String key) {
        return TOWNS.contains(bare(key)) || isSide(bare(key));
    }

    private static String bare(String key) {
        return key.startsWith("the ") ? key.substring(4) : key;
    }

    private static boolean isSide(String name) {
        var words = List.of(name.split(" "));
        var last = words.size() - 1;
        return last > 0 && PARTS.contains(words.get(last)) && SIDES.containsAll(words.subList(0, last));
    }

    /** A name with its first word written out where it is short for a direction: e saint louis, ne minneapolis. */
    static String written(String key) {
        int space = key.indexOf(' ');
        var full = space < 0 ? null : SHORT_SIDES.get(key.substring(0, space));
        return full == null ? key : full + key.substring(space);
    }

    /** Whether a word says by itself which part of a place is meant: west, downtown. */
    public static boolean isPart(String word) {
        return BEFORE_NAME.contains(word);
    }

    /** Whether a word is short for a direction, and may be the code of a state: ne, se. */
    public static boolean isShortSide(String word) {
        return SHORT_SIDES.containsKey(word);
    }

    /** The name of a town or a state without the part of it that is said with it: downtown duluth, south side of chicago.
     *  @return the name itself where none is said */
    static String townIn(String key) {
        var words = List.of(key.split(" "));
        int from = partsBefore(words);
        int to = words.size();
        while (to > from + 1 && AFTER_NAME.contains(words.get(to - 1))) {
            to--;
        }
        return String.join(" ", words.subList(from, to));
    }

    /** How many words before the last one say which part of a town is meant: north, the south side of.
     *  @param words folded, not empty */
    public static int partsBefore(List<String> words) {
        int at = 0;
        boolean isSaid = false;
        for (var word : words.subList(0, words.size() - 1)) {
            var isPart = BEFORE_NAME.contains(word) || SHORT_SIDES.containsKey(word);
            if (!isPart && !BETWEEN.contains(word)) {
                break;
            }
            isSaid |= isPart;
            at++;
        }
        return isSaid ? at : 0;
    }
}

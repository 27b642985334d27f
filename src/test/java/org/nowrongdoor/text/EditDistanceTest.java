package org.nowrongdoor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "needs, needs, 0",
        "neds, needs, 1",
        "neeeds, needs, 1",
        "neads, needs, 1",
        "nedes, needs, 1",
        "edens, needs, 3",
        "saint paul, siant pual, 2",
        "'', needs, 5"
    })
    void slipsAreCounted(String one, String other, int slips) {
        assertEquals(slips, EditDistance.between(one, other));
        assertEquals(slips, EditDistance.between(other, one));
    }

    @Test
    void noLetterIsPartOfTwoSlips() {
        // Swapped and then parted by another letter: two, were that allowed.
        assertEquals(3, EditDistance.between("ca", "abc"));
    }

    @Test
    void theQuickAnswerIsThatOfTheCount() {
        var words = words(4);
        for (var one : words) {
            for (var other : words) {
                assertEquals(
                        EditDistance.between(one, other) <= 1,
                        EditDistance.isWithinOne(one, other),
                        () -> one + " and " + other);
            }
        }
    }

    @Test
    void aBoundedCountIsRightUpToItsBoundAndAboveItBeyond() {
        var words = words(4);
        for (var one : words) {
            for (var other : words) {
                var slips = EditDistance.between(one, other);
                for (int most = 0; most < 4; most++) {
                    var bounded = EditDistance.between(one, other, most);
                    assertEquals(Math.min(slips, most + 1), Math.min(bounded, most + 1), () -> one + " and " + other);
                }
            }
        }
    }

    /** Every word of three letters up to a length. */
    private static List<String> words(int longest) {
        var words = new ArrayList<>(List.of(""));
        for (int from = 0; words.get(from).length() < longest; from++) {
            for (var letter : List.of("a", "b", "c")) {
                words.add(words.get(from) + letter);
            }
        }
        return words;
    }
}

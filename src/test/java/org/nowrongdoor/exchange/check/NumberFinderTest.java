package org.nowrongdoor.exchange.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFinderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call 612-555-0142 now",
                "(612) 555 0142",
                "612.555.0142x5",
                "612-555-0142ext. 5",
                "+1 (612) 555–0142",
                "001 612 555 0142",
                "0016125550142",
                "011-1-612-555-0142",
                "6 1 2 5 5 5 0 1 4 2",
                "612\u00A0555\u00A00142",
                "612\n555\n0142",
                "612/555/0142",
                "612-555-O142",
                "6I2-555-0l42",
                "651-555-0101 or 612-555-0142",
                "651-555-0101/612-555-0142",
                "651-555-0101, 612-555-0142",
                "six one two, five five five, zero one four two",
                "seis uno dos cinco cinco cinco cero uno cuatro dos",
                "612\u200B-555\u200B-0142",
                "６１２-５５５-０１４２",
                "٦١٢ ٥٥٥ ٠١٤٢",
                "in 2018 it was 612-555-0142",
                "six hundred 12, 612-555-0142",
                "612-555-0142 (the old line)",
                "[612] 555-0142"
            })
    void aNumberIsFoundHoweverItIsWritten(String text) {
        assertTrue(NumberFinder.find(text).contains("6125550142"), () -> text + " gave " + NumberFinder.find(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Room 16, 125 beds, 550 families, 142 children",
                "86125550142",
                "61255501423",
                "Open 6 to 12, 555 beds; 0142",
                "Case 4612555-014299",
                "Built 1612, 5550142 visitors",
                "Six hundred people, 125550142"
            })
    void digitsThatOnlyStandOneAfterTheOtherAreNone(String text) {
        assertFalse(NumberFinder.find(text).contains("6125550142"), () -> text + " gave " + NumberFinder.find(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call eight hundred, 555 4673",
                "Eight hundred 555-4673",
                "one eight hundred 555 4673",
                "1-eight-hundred-555-4673",
                "ochocientos, 555 4673",
                "Uno ochocientos cinco cinco cinco 4673",
                "ISBN 1 800 555 4673",
                "ISBN 978-1-800-555-467-3"
            })
    void aNumberWithItsHundredsInWordsIsFound(String text) {
        assertTrue(NumberFinder.find(text).contains("8005554673"), () -> text + " gave " + NumberFinder.find(text));
    }

    /** The check digit of the first is right, of the one above it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"ISBN 978-1-80055546-4", "ISBN-13: 978 1 800 55546 4 (paper)"})
    void theNumberOfABookIsNone(String text) {
        assertEquals(Set.of(), NumberFinder.find(text));
    }

    /** A number in letters was looked for to the end of the text from each group of digits. */
    @Test
    void aLongTextCostsLittle() {
        var text = "234 AB ".repeat(20_000);
        assertTimeout(Duration.ofSeconds(5), () -> NumberFinder.find(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call 1-800-FLOWERS", "800-FLOWERS", "1 (800) FLO-WERS", "1-800-FLOWERS today"})
    void aNumberInLettersIsFound(String text) {
        assertTrue(NumberFinder.find(text).contains("8003569377"), () -> text + " gave " + NumberFinder.find(text));
    }

    /** The first look may let through what holds none, and never keep back what holds one. */
    @Test
    void aFirstLookOverlooksNothing() {
        var random = new Random(20);
        var parts = List.of(
                "612", "555", "0142", "6", "1", "o", "OO", "l", "I", "six", "One", "CERO", "cuatro", "HELP", "NOW", "é",
                "×", " ", "-", ", ", ".", "_", "²", "①", "٦", "\u200B", "–", "’", "ñ", "food", "(", ")", "/", "\u00A0",
                "º", "seis", "oh");
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertEquals(
                    NumberFinder.findThoroughly(text.toString()), NumberFinder.find(text.toString()), text::toString);
        }
        assertFalse(DigitCounter.mayHoldNumber("Open 9 to 5, two doors on 41 Elm; ayuda en español. Call us."));
    }
}

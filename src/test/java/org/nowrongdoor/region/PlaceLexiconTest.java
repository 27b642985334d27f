package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.support.GazetteerForTests;

class PlaceLexiconTest {

    private static final PlaceLexicon LEXICON = new PlaceLexicon(GazetteerForTests.REGIONS);

    @Test
    void aLongNameIsFoundWithTwoSlips() {
        assertEquals("NM/albuquerque", LEXICON.nearly("alberquerque").get(0).id());
    }

    @Test
    void aWordLongerThanAnyNameCostsNothing() {
        // 500 syllables of Korean are so many letters once they are taken apart; pairs of them took gigabytes
        var word = IntStream.range(0, 1_500)
                .mapToObj(at -> String.valueOf((char) ('\u1100' + at * 7 % 19)))
                .collect(Collectors.joining());
        assertEquals(List.of(), assertTimeout(Duration.ofSeconds(1), () -> LEXICON.nearly(word)));
    }
}

package org.nowrongdoor.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.support.GazetteerForTests;

class PlaceSuggesterTest {

    private static final PlaceSuggester SUGGESTIONS = new PlaceSuggester(GazetteerForTests.REGIONS);

    @ParameterizedTest
    @CsvSource({
        "minneap, MN/minneapolis",
        "Minneapolis M, MN/minneapolis",
        "st pau, MN/saint-paul",
        "hennepin c, 27053",
        "minn, MN",
        "nueva y, NY",
        "minneaplis, MN/minneapolis",
        "springfield i, IL/springfield"
    })
    void aBeginningGivesTheLargestFirst(String typed, String id) {
        assertEquals(id, SUGGESTIONS.suggest(typed, 10).get(0).id());
    }

    @Test
    void aSuggestionShowsTheName() {
        assertEquals(
                new Suggestion("place", "MN/minneapolis", "Minneapolis, MN"),
                SUGGESTIONS.suggest("minneapolis", 10).get(0));
    }

    @Test
    void atMostAsManyAsAskedForAndNoneForNothing() {
        assertEquals(5, SUGGESTIONS.suggest("s", 5).size());
        assertTrue(SUGGESTIONS.suggest("", 5).isEmpty());
        assertTrue(SUGGESTIONS.suggest("xqzzz", 5).isEmpty());
    }
}

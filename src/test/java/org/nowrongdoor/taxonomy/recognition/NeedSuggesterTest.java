package org.nowrongdoor.taxonomy.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.http.record.Suggestion;
import org.nowrongdoor.taxonomy.OrganizationAliases;
import org.nowrongdoor.taxonomy.TermTree;

class NeedSuggesterTest {

    private static final TermTree TREE = TermTree.packaged();
    private static final NeedSuggester SUGGESTIONS =
            new NeedSuggester(new TermFinder(() -> TREE, new OrganizationAliases()));

    @ParameterizedTest
    @CsvSource({
        "narc, en, substance.naloxone, Naloxone (Narcan)",
        "NARC, es, substance.naloxone, Naloxona",
        "emerg, en, shelter.emergency, Emergency shelter",
        "bad d, en, hr.bad_date, Bad date list / client safety alerts",
        "lavande, es, basic.laundry, Lavandería",
        "lavandé, es, basic.laundry, Lavandería",
        "laundary, en, basic.laundry, Laundry"
    })
    void aBeginningGivesTheNeed(String typed, String lang, String code, String label) {
        assertEquals(
                new Suggestion("need", code, label),
                SUGGESTIONS.suggest(typed, lang, 10).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hook", "prosti", "john", "the lif", "tip line", "report traff", "curricul", "buyers", ""})
    void whatIsNoHelpOrNotShownIsNotSuggested(String typed) {
        var codes = SUGGESTIONS.suggest(typed, "en", 10).stream()
                .map(Suggestion::id)
                .filter(code -> code.startsWith("sit.") || code.startsWith("res.") || code.equals("hotline.report"))
                .toList();
        assertEquals(List.of(), codes);
    }

    @Test
    void atMostAsManyAsAskedForAndEachOnce() {
        var found = SUGGESTIONS.suggest("s", "en", 4);
        assertEquals(4, found.size());
        assertEquals(4, found.stream().map(Suggestion::id).distinct().count());
        assertTrue(SUGGESTIONS.suggest("s", "en", 0).isEmpty());
    }
}

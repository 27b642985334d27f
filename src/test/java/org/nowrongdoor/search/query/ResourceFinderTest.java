package org.nowrongdoor.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask for their work is told from what they ask for someone in need. */
class ResourceFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training for nurses | res.prevention.provider_training | health",
                "capacitación para enfermeras | res.prevention.provider_training | health",
                "safe harbor law | res.law | safe harbor",
                "Minnesota hotel training law | res.law | minnesota",
                "posters for our school | res.material | school",
                "training for law enforcement | res.prevention.provider_training | law enforcement",
                "code of conduct for hotels | res.employer | hotel"
            })
    void aResourceIsReadWithWhomItIsFor(String q, String code, String about) {
        var found = ResourceFinder.find(q).orElseThrow();
        assertEquals(List.of(code), found.codes(), q);
        assertEquals(about, String.join(" ", found.about()), q);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job training", "family law", "capacitación laboral", "bed tonight", "lawyer", ""})
    void otherThingsAreNone(String q) {
        assertTrue(ResourceFinder.find(q).isEmpty(), q);
    }

    @Test
    void whatIsBeingTypedBringsIt() {
        assertEquals(List.of("res.material"), ResourceFinder.starting("poste"));
        assertEquals(List.of(), ResourceFinder.starting(" "));
    }
}

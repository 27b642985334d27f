package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** What is written once is written as it would be again. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class CachedJsonTest {

    @Inject
    SearchHandler search;

    @Inject
    ObjectMapper mapper;

    @BeforeAll
    static void indexed() {
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"size\": 100}",
                "{\"size\": 100, \"lang\": \"es\"}",
                "{\"size\": 100, \"client\": {\"age\": 17, \"gender\": \"woman\"}}",
                "{\"size\": 100, \"client\": {\"age\": 40}, \"lang\": \"es\"}",
                "{\"size\": 100, \"discreet\": true}"
            })
    void aHitReadsTheSameFromWhatIsKept(String question) throws Exception {
        var request = mapper.readValue(question, SearchRequest.class);
        for (var turn = 0; turn < 2; turn++) {
            var hits = search.answer(request).hits();
            assertFalse(hits.isEmpty());
            for (var hit : hits) {
                assertEquals(mapper.writeValueAsString(anew(hit)), mapper.writeValueAsString(hit));
            }
        }
    }

    /** What is said to one person is never kept for the next, nor what an answer must not show. */
    @ParameterizedTest
    @ValueSource(strings = {"\"client\": {\"age\": 17}", "\"discreet\": true"})
    void whatIsSaidToOneIsNotKept(String said) throws Exception {
        var request = mapper.readValue(json("{'size': 100, %s}", said), SearchRequest.class);
        for (var hit : search.answer(request).hits()) {
            assertNull(hit.written() == null ? null : hit.written().match());
        }
        var asked = mapper.readValue(json("{'size': 100}"), SearchRequest.class);
        for (var hit : search.answer(asked).hits()) {
            assertNotNull(hit.written());
            assertEquals(List.of(), hit.unknownFacts());
        }
    }

    private static Hit anew(Hit hit) {
        return new Hit(
                hit.disclosures(),
                hit.conditions(),
                hit.cost(),
                hit.ledBy(),
                hit.contactPreference(),
                hit.requiredDocuments(),
                hit.service(),
                hit.meets(),
                hit.match(),
                hit.unknownFacts(),
                hit.distanceKm(),
                hit.reach(),
                hit.elsewhere(),
                hit.open(),
                hit.freshness(),
                hit.capacity(),
                hit.textsLang(),
                null);
    }
}

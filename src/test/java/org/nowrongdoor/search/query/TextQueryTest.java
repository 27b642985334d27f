package org.nowrongdoor.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ScenarioServices.areas;
import static org.nowrongdoor.support.ScenarioServices.needs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** Whole words are found first, and beginnings of words only where nothing else is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TextQueryTest {

    private static final String HERE = "56031";

    @BeforeEach
    void stored() {
        put(
                "Wq desk",
                "health.medical",
                "Medical care, mentors, an article on the petition, still licensed, a catalogue.");
        put("Wq garage", "access.transport", "Lends a car to artists.");
        put("Wq beds one", "shelter.emergency", "Beds, mentorship and carpentry.");
        put("Wq beds two", "shelter.emergency", "Beds for men.");
        put("Wq beds three", "shelter.emergency", "Beds.");
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "men",
                "sti",
                "art",
                "pet",
                "cat",
                "met",
                "ment",
                "lic",
                "arti",
                "mentors who care for a car",
                "ped",
                "bed c",
                "car mental",
                "petiti",
                "lice",
                "carp",
                "stil",
                "catal",
                "len",
                "lend a ca",
                "artis",
                "rap"
            })
    void aBeginningIsNeverTakenForTheWordWithoutSayingSo(String q) {
        var page = search(q);
        for (var hit : page.<String>getList("hits.service.summary")) {
            var words = List.of(String.valueOf(hit).toLowerCase(Locale.ROOT).split("[^a-z]+"));
            var isWhole = List.of(q.split(" ")).stream()
                    .filter(word -> word.length() > 1)
                    .anyMatch(word -> words.contains(word));
            assertTrue(
                    isWhole
                            || isLenient(page)
                            || !page.getList("interpreted_as.needs").isEmpty(),
                    q + ": " + hit);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"car | Wq garage", "men | Wq beds two", "cars | Wq garage", "art | ", "pet | ", "cat | ", "lic | "
            })
    void aShortWordIsWholeOrNothing(String q, String names) {
        var page = search(q);
        assertEquals(names == null ? List.of() : List.of(names), page.getList("hits.service.name"));
        assertEquals(false, isLenient(page));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carpent | Wq beds one",
                "mentorshi | Wq beds one",
                "catalo | Wq desk",
                "artic | Wq desk",
                "petiti | Wq desk"
            })
    void anUnfinishedWordIsFoundWhereNothingElseIsAndThatIsSaid(String q, String name) {
        var page = search(q);
        assertEquals(List.of(name), page.getList("hits.service.name"), q);
        assertTrue(isLenient(page), q);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bed for men | Wq beds two",
                "a bed for a man | Wq beds two",
                "bed for my son | ",
                "bed for women | ",
                "cama para hombres | ",
                "beds for families with kids | ",
                "shelter for my kids and me | "
            })
    void forWhomABedIsBringsForwardAndLeavesOutNothing(String q, String first) {
        var page = search(q);
        var names = page.<String>getList("hits.service.name");
        assertTrue(names.containsAll(List.of("Wq beds one", "Wq beds two", "Wq beds three")), q + new TreeSet<>(names));
        assertEquals(false, isLenient(page), q);
        if ("bed for men".equals(q)) {
            assertEquals(first, names.get(0));
        }
    }

    private static boolean isLenient(JsonPath page) {
        return Boolean.TRUE.equals(page.get("interpreted_as.lenient"));
    }

    private static JsonPath search(String q) {
        return SearchForTests.search(json("{'q': '%s', 'where': {'region': '%s'}}", q, HERE));
    }

    private static void put(String name, String need, String description) {
        SearchForTests.put(name, json("'description': '%s', %s, %s", description, areas(HERE), needs(need)));
    }
}

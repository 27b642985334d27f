package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** A place that is likely ranks, one that is sure filters, and a name leads to its organisation. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class LikelyPlaceTest {

    @BeforeAll
    static void indexed() {
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bed tonight duluth", "bed tonight in Duluth", "cama esta noche duluth"})
    void aLikelyPlaceComesFirstAndLeavesOutNothing(String q) {
        var page = search(q);
        assertEquals("MN/duluth", page.getString("interpreted_as.place.id"), q);
        assertFalse(page.getBoolean("interpreted_as.place.sure"), q);
        assertTrue(page.getList("interpreted_as.place.also.id").contains("GA/duluth"), q);
        var everywhere = search(q.startsWith("cama") ? "cama esta noche" : "bed tonight");
        assertEquals(everywhere.getLong("total.value"), page.getLong("total.value"), q);
        var elsewhere = page.<Boolean>getList("hits.collect { it.elsewhere == true }");
        assertEquals(elsewhere.stream().sorted().toList(), elsewhere, "who answers there comes first");
        assertFalse(elsewhere.get(0), q);
        assertTrue(elsewhere.contains(true), q);
    }

    /** Rochester, NY is larger, and no service of the packaged ones names it or its county. */
    @ParameterizedTest
    @ValueSource(strings = {"safe harbor navigator rochester", "bed in Rochester", "abogado rochester"})
    void ofTwoTownsTheOneWithServicesIsLikelier(String q) {
        var page = search(q);
        assertEquals("MN/rochester", page.getString("interpreted_as.place.id"), q);
        assertTrue(page.getList("interpreted_as.place.also.id").contains("NY/rochester"), q);
    }

    @Test
    void whatTheWordsCouldBeIsToldToWhoAsks() {
        var q = "my name is Savannah and i need a bed in duluth";
        var told = given().queryParam("q", q)
                .queryParam("explain", true)
                .get("/search")
                .jsonPath();
        var person = "interpreted_as.explanation.find { it.text == 'Savannah' && it.as == 'place' }";
        assertEquals("person", told.getString(person + ".against"));
        assertFalse(told.getBoolean(person + ".read"));
        var place = "interpreted_as.explanation.find { it.id == 'MN/duluth' }";
        assertTrue(told.getBoolean(place + ".read"));
        assertTrue(told.getDouble(place + ".score") > 0);
        assertTrue(told.getList("interpreted_as.explanation.findAll { it.as == 'need' }.text")
                .contains("bed"));
        assertNull(search(q).get("interpreted_as.explanation"));
        assertNull(given().queryParam("q", q)
                .queryParam("explain", true)
                .queryParam("discreet", true)
                .get("/search")
                .jsonPath()
                .get("interpreted_as.explanation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i am breaking free from him need shelter",
                "breaking free from my husband minneapolis shelter",
                "can you send me a link for shelters",
                "is there a network of shelters"
            })
    void wordsThatAreANameByChanceHideNoOtherHelp(String q) {
        var owners = search(q).<String>getList("hits.service.organization.id");
        assertTrue(Set.copyOf(owners).size() > 3, q + " " + owners);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "breaking free minnesota",
                "phone number of Breaking Free in Minnesota",
                "breaking free housing minnesota",
                "breaking free hotline number minnesota please"
            })
    void aNameWithItsPlaceOrANeedNarrows(String q) {
        var owners = search(q).<String>getList("hits.service.organization.name");
        assertEquals(Set.of("Breaking Free"), Set.copyOf(owners), q);
    }

    @Test
    void aSurePlaceFilters() {
        var page = search("bed tonight Duluth, MN");
        assertTrue(page.getBoolean("interpreted_as.place.sure"));
        assertEquals(List.of(), page.getList("interpreted_as.place.also"));
        assertEquals(List.of(), page.getList("hits.findAll { it.elsewhere == true }"));
        assertTrue(page.getLong("total.value") < search("bed tonight").getLong("total.value"));
    }

    @Test
    void whoAnswersInALikelyPlaceIsWhoAnswersInASureOne() {
        var sure = new TreeSet<String>(search("bed tonight Duluth, MN").<String>getList("hits.service.id"));
        var likely = new TreeSet<String>(
                search("bed tonight duluth").<String>getList("hits.findAll { it.elsewhere != true }.service.id"));
        assertEquals(sure, likely);
        var there = Set.copyOf(search("Duluth, MN").<String>getList("next_steps.service.id"));
        assertEquals(there, Set.copyOf(search("duluth").<String>getList("next_steps.service.id")));
    }

    @Test
    void everyOrderAndFormatTellsThemApart() {
        var byDistance = given().queryParam("q", "bed duluth")
                .queryParam("sort", "distance")
                .queryParam("size", 100)
                .get("/search")
                .jsonPath();
        assertEquals("MN/duluth", byDistance.getString("interpreted_as.place.id"));
        var csv = given().queryParam("q", "bed duluth")
                .accept("text/csv")
                .get("/search")
                .asString();
        assertTrue(csv.lines().findFirst().orElseThrow().endsWith(",elsewhere"), csv);
        var english = SearchForTests.spoken(json("{'q': 'bed tonight duluth', 'size': 100}"));
        assertTrue(english.contains("We read the place as Duluth, MN. It may also be Duluth, GA"), english);
        assertTrue(english.contains("These are in other places."), english);
        var spanish = SearchForTests.spoken(json("{'q': 'cama duluth', 'lang': 'es', 'size': 100}"));
        assertTrue(spanish.contains("Entendimos el lugar como Duluth, MN. También puede ser Duluth, GA"), spanish);
        var sure = SearchForTests.spoken(json("{'q': 'bed Duluth, MN'}"));
        assertFalse(sure.contains("We read"), sure);
    }

    @Test
    void overAShoulderThePlaceIsStillTold() {
        var page = SearchForTests.search(json("{'q': 'bed tonight duluth', 'discreet': true, 'size': 100}"));
        assertEquals("MN/duluth", page.getString("interpreted_as.place.id"));
        assertEquals(List.of(), page.getList("interpreted_as.organizations"));
        assertTrue(page.getList("hits.elsewhere").contains(true));
    }

    @Test
    void aPlaceThatIsAskedForOutrightWins() {
        var page = given().queryParam("q", "bed in Milwaukee, WI")
                .queryParam("place", "Duluth, MN")
                .get("/search")
                .jsonPath();
        assertEquals("MN/duluth", page.getString("interpreted_as.place.id"), page.prettify());
        assertTrue(page.getBoolean("interpreted_as.place.sure"));
        assertNull(page.get("interpreted_as.unresolved.find { it.as == 'place' }"));
    }

    @Test
    void whereSheCameFromIsAskedAbout() {
        var page = search("escaped from chicago need a bed");
        assertNull(page.get("interpreted_as.place"));
        assertEquals(List.of("chicago"), page.getList("interpreted_as.unresolved.findAll { it.as == 'place' }.text"));
        assertTrue(page.getLong("total.value") > 10);
    }

    @Test
    void aNameWithAPlaceNarrowsToThatOrganisation() {
        var page = search("breaking free minnesota");
        assertEquals("MN", page.getString("interpreted_as.place.id"));
        assertEquals(List.of("Breaking Free"), page.getList("interpreted_as.organizations.name"));
        assertEquals(List.of("breaking free"), page.getList("interpreted_as.organizations.from"));
        assertEquals(Set.of("Breaking Free"), Set.copyOf(page.<String>getList("hits.service.organization.name")));
    }

    @Test
    void whatIsNearComesBeforeWhatIsCalledSo() {
        for (var q : List.of("naloxone minneapolis", "naloxone Minneapolis, MN")) {
            var names = search(q).<String>getList("hits.service.name");
            assertTrue(names.get(0).startsWith("Southside Harm Reduction"), names.toString());
            assertTrue(names.stream().anyMatch(name -> name.startsWith("NEXT Distro – naloxone")), names.toString());
        }
        var navigator = search("safe harbor navigator Moorhead, MN").<String>getList("hits.service.name");
        assertTrue(navigator.get(0).startsWith("Someplace Safe"), navigator.toString());
    }

    @Test
    void aNeedWithinANameIsNoNeed() {
        var page = search("southside harm reduction minneapolis");
        assertEquals(List.of(), page.getList("interpreted_as.needs"), page.prettify());
        assertEquals(1, page.getList("interpreted_as.organizations").size());
        assertTrue(page.getString("hits[0].service.organization.name").startsWith("Southside Harm Reduction"));
    }

    private static JsonPath search(String q) {
        return given().queryParam("q", q)
                .queryParam("size", 100)
                .get("/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

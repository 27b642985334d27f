package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.ScenarioServices.areas;
import static org.nowrongdoor.support.ScenarioServices.needs;
import static org.nowrongdoor.support.ScenarioServices.site;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.search.lucene.DirectoryQueryCachingPolicy;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** Search through its door: places, filters, pages, forms, and what it says to a bad question. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SearchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=0 | size must be 1 to 100, was 0",
                "size=500 | size must be 1 to 100, was 500",
                "place=Minneapolis, MN&radius_km=-1 | radius_km must be 0.1 to 500, was -1",
                "place=Minneapolis, MN&radius_km=10000 | radius_km must be 0.1 to 500, was 10000",
                "lat=91&lon=0 | lat must be -90 to 90",
                "lat=44 | lat needs lon beside it",
                "radius_km=5 | where must hold one of region, place, postal_code",
                "place=Tampa&region=FL | exactly one of region, place, postal_code",
                "region=99999 | GET /regions?q= finds ids",
                "need=shelter.emergancy | Perhaps shelter.emergency",
                "open_at=yesterday | open_at must be now or a time such as",
                "channel=pigeon | must be one of phone",
                "fact.sobriety_requird=no | did you mean \"sobriety_required\"?",
                "fact.sobriety_required=maybe | must be one of",
                "law_enforcement_at_most=some | must be one of none",
                "sort=distance | needs a place",
                "after=nonsense | not a cursor of this search",
                "facet=colour | must be one of need",
                "bogus=1 | not a parameter here",
                "age=16 | Send it in the body of a POST"
            })
    void aBadQuestionIsToldWhatIsWrong(String query, String detail) {
        given().get("/search?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void theEngineKeepsOnlyWhatIsNobodysOwn() {
        assertInstanceOf(DirectoryQueryCachingPolicy.class, IndexSearcher.getDefaultQueryCachingPolicy());
    }

    @Test
    void aVeryLongQuestionIsRefused() {
        given().contentType("application/json")
                .body(json("{'q': '%s'}", "a".repeat(10_000)))
                .post("/search")
                .then()
                .statusCode(400)
                .body("detail", equalTo("q must have at most 500 characters, had 10000"));
    }

    @Test
    void fiftyNeedsAreTooMany() {
        var fifty = String.join(
                ",", IntStream.range(0, 50).mapToObj(i -> "\"legal\"").toList());
        given().contentType("application/json")
                .body(json("{'needs': [%s]}", fifty))
                .post("/search")
                .then()
                .statusCode(400)
                .body("detail", containsString("needs must be at most 20, were 50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🏠🛏️", "ملجأ الليلة", "....", "\\\"-+&&||!(){}[]^~*?:", "a AND OR NOT"})
    void whateverIsTypedIsAnAnswerOrAProblem(String q) {
        given().queryParam("q", q).get("/search").then().statusCode(200);
    }

    @Test
    void anEditIsFoundAtOnceAndADeletionIsGone() {
        SearchForTests.put("Zanzibar Walk-in", areas("MN") + ", " + needs("hr.dropin"));
        SearchForTests.awaitIndexed();
        assertEquals(1, total(json("{'q': 'zanzibar'}")));
        SearchForTests.put("Zanzibar Walk-in", json("'alert': 'Quetzal', %s", areas("MN")));
        SearchForTests.awaitIndexed();
        assertEquals(1, total(json("{'q': 'quetzal'}")));
        SearchForTests.delete("Zanzibar Walk-in");
        SearchForTests.awaitIndexed();
        assertEquals(0, total(json("{'q': 'zanzibar'}")));
    }

    @ParameterizedTest
    @CsvSource({
        "walrus bicycle, false",
        "violín bicicleta, false",
        "pelican bicycle, false",
        "snack pelican, false",
        "eliminaciones pelican, false",
        "bycicle pelican, true",
        "giraffe pelican, true"
    })
    void wordsAreFoundAsStemsInEveryPartOfARecord(String q, boolean isLenient) {
        SearchForTests.put(
                "Pelicans of the Yard",
                json(
                        "'description': 'Mends the bicycles of walruses. Repara bicicletas y violines.', %s, %s",
                        areas("MN"), needs("basic.food", "legal.vacatur")));
        SearchForTests.awaitIndexed();
        for (var where : List.of("", json(", 'where': {'region': '27053'}"), json(", 'where': {'region': 'us'}"))) {
            var found = SearchForTests.search(json("{'q': '%s'%s}", q, where));
            assertEquals(List.of("Pelicans of the Yard"), found.getList("hits.service.name"), q + where);
            assertEquals(isLenient, Boolean.TRUE.equals(found.get("interpreted_as.lenient")), q + where);
        }
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileTheIndexMoves() {
        var names = IntStream.range(0, 30).mapToObj(i -> "Pageable Okapi " + i).toList();
        names.forEach(name -> SearchForTests.put(name, areas("WY")));
        SearchForTests.awaitIndexed();
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = SearchForTests.search("""
                    {"q": "okapi", "size": 7, "after": %s}""".formatted(after == null ? null : '"' + after + '"'));
            seen.addAll(page.<String>getList("hits.service.name").stream()
                    .filter(names::contains)
                    .toList());
            after = page.getString("next");
            SearchForTests.put("Okapi in between " + seen.size(), areas("WY"));
            SearchForTests.awaitIndexed();
        } while (after != null);
        assertEquals(new HashSet<>(names), new HashSet<>(seen));
        assertEquals(names.size(), seen.size(), "none came twice");
    }

    @Test
    void aPublicSiteIsMatchedByATrueCircle() {
        SearchForTests.put(
                "Circle site",
                json(
                        "'location_policy': 'public', %s, %s",
                        needs("basic.laundry"), site("Circle place", 41.1400, -104.8202)));
        SearchForTests.awaitIndexed();
        // 10 km north-east of the site: inside a box of 8 km, outside a circle of 9
        var inside = """
        {"needs": ["basic.laundry"], "where": {"lat": 41.2036, "lon": -104.7358, "radius_km": %s}}""";
        assertTrue(names(inside.formatted(12)).contains("Circle site"));
        assertFalse(names(inside.formatted(9)).contains("Circle site"));
        var hit = SearchForTests.search(inside.formatted(12));
        assertEquals(10.0, hit.getDouble("hits.find { it.service.name == 'Circle site' }.distance_km"), 0.2);
    }

    @Test
    void whatAFilterRemovesIsCounted() {
        SearchForTests.put(
                "Counted sober",
                json(
                        "%s, %s, 'facts': {'sobriety_required': {'value': 'yes'}}",
                        areas("56021"), needs("hr.mutual_aid")));
        SearchForTests.put("Counted silent", areas("56021") + ", " + needs("hr.mutual_aid"));
        SearchForTests.put(
                "Counted open",
                json(
                        "%s, %s, 'facts': {'sobriety_required': {'value': 'no'}}",
                        areas("56021"), needs("hr.mutual_aid")));
        SearchForTests.awaitIndexed();
        var kept = SearchForTests.search("""
                {"needs": ["hr.mutual_aid"], "where": {"region": "56021"}, "require": {"facts": {"sobriety_required": "no"}}}""");
        assertEquals(
                List.of("Counted open", "Counted silent"),
                kept.getList("hits.service.name"),
                "what is known comes first");
        assertEquals(List.of("sobriety_required"), kept.getList("hits[1].unknown_facts"));
        assertEquals(1, kept.getInt("left_out.find { it.by == 'sobriety_required' }.count"));
        var dropped = SearchForTests.search("""
                {"needs": ["hr.mutual_aid"], "where": {"region": "56021"}, "unknowns": "exclude",
                 "require": {"facts": {"sobriety_required": "no"}}}""");
        assertEquals(List.of("Counted open"), dropped.getList("hits.service.name"));
        assertEquals(2, dropped.getInt("left_out.find { it.by == 'sobriety_required' }.count"));
    }

    @Test
    void hoursAreExactInTheZoneOfThePlace() {
        SearchForTests.put("Night hours", """
        %s, %s, "schedules": [{"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "20:00", \
        "closes_at": "04:00"}]""".formatted(areas("56021"), needs("basic.clothing")));
        SearchForTests.awaitIndexed();
        // Wyoming keeps mountain time: -06:00 in summer, -07:00 in winter
        assertTrue(openAt("2026-07-06T20:00:00-06:00"));
        assertFalse(openAt("2026-07-06T19:59:00-06:00"));
        assertTrue(openAt("2026-07-11T03:59:00-06:00"), "Friday's night ends on Saturday");
        assertFalse(openAt("2026-07-11T04:00:00-06:00"));
        assertTrue(openAt("2026-12-07T20:00:00-07:00"));
        assertFalse(openAt("2026-12-07T20:00:00-06:00"));
    }

    @Test
    void openSpeaksOfTheMomentThatWasAskedForAndNamesIt() {
        SearchForTests.put("Evening hours", """
        %s, %s, "phones": [{"number": "307-555-0107"}], "schedules": [{"freq": "WEEKLY", "byday": "FR", \
        "opens_at": "16:00", "closes_at": "22:00"}]""".formatted(areas("56043"), needs("basic.laundry")));
        SearchForTests.awaitIndexed();
        var asked = """
                {"needs": ["basic.laundry"], "where": {"region": "56043"}, "lang": "%s", "require": {"open_at": "%s"}}""";
        var friday = "2026-07-10T17:00:00-06:00";
        var evening = SearchForTests.search(asked.formatted("en", friday));
        assertEquals("open", evening.getString("hits[0].open.state"));
        assertEquals("2026-07-10T22:00-06:00", evening.getString("hits[0].open.until"));
        assertEquals("2026-07-10T17:00-06:00", evening.getString("hits[0].open.at"));
        var english = SearchForTests.spoken(asked.formatted("en", friday));
        assertTrue(english.replaceAll("\\s+", " ").contains("at 5 PM, until 10 PM."), english);
        var spanish = SearchForTests.spoken(asked.formatted("es", friday));
        assertTrue(spanish.replaceAll("\\s+", " ").contains("a las 5 de la tarde, hasta las 10 de la noche."), spanish);
        var unasked = SearchForTests.search("""
                {"needs": ["basic.laundry"], "where": {"region": "56043"}}""");
        assertFalse(unasked.getMap("hits[0].open").containsKey("at"));
        assertTrue(SearchForTests.search(asked.formatted("en", "now")).getList("hits.open.at").stream()
                .allMatch(Objects::isNull));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tz 46113 | Tz 46113 | ",
                "tz 46113 | Tz 46113 | ",
                "Post 33601 Tz | Post 33601 Tz | ",
                "Tz 46113 laundry | Tz 46113 | ",
                "laundry 46113 | | 18097",
                "laundry 55404 | | MN/minneapolis"
            })
    void aNumberInANameIsNoPostalCode(String q, String name, String place) {
        SearchForTests.put("Tz 46113", "%s, %s".formatted(areas("56043"), needs("basic.laundry")));
        SearchForTests.put("Post 33601 Tz", "%s, %s".formatted(areas("56043"), needs("basic.laundry")));
        SearchForTests.awaitIndexed();
        var page = SearchForTests.search(json("{'q': '%s'}", q));
        assertEquals(place, page.getString("interpreted_as.place.id"), q);
        if (name != null) {
            assertEquals(name, page.getList("hits.service.name").get(0), q);
        }
    }

    @Test
    void everyFormIsGivenOnRequest() {
        SearchForTests.put(
                "=Formula",
                json(
                        "'location_policy': 'public', %s, %s, %s",
                        areas("WY"), needs("access.childcare"), site("Formula place", 42.85, -106.31)));
        SearchForTests.awaitIndexed();
        var query = "/search?need=access.childcare&region=WY";
        given().accept("text/csv").get(query).then().statusCode(200).body(containsString("'=Formula"));
        given().accept("application/geo+json")
                .get(query)
                .then()
                .statusCode(200)
                .body(startsWith(json("{'type':'FeatureCollection','features':[{'type':'Feature','id':")))
                .body("features[0].geometry.type", equalTo("Point"));
        given().accept("application/x-ndjson").get(query).then().statusCode(200).body(containsString("=Formula"));
        given().accept("image/png").get(query).then().statusCode(406);
    }

    private static boolean openAt(String time) {
        return names("""
        {"needs": ["basic.clothing"], "where": {"region": "56021"}, "require": {"open_at": "%s"}}""".formatted(time)).contains("Night hours");
    }

    private static List<String> names(String body) {
        return SearchForTests.search(body).getList("hits.service.name");
    }

    private static int total(String body) {
        return SearchForTests.search(body).getInt("total.value");
    }
}

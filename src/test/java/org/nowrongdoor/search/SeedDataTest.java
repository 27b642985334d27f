package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;
import org.nowrongdoor.taxonomy.language.Languages;

/** What a newcomer gets from the seed data. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class SeedDataTest {

    private static final List<String> HELP = List.of("service", "hotline", "navigator");

    @BeforeAll
    static void indexed() {
        SearchForTests.awaitIndexed();
    }

    @Test
    void aBedInMinneapolisNamesARealMinnesotaProvider() {
        var page = get("need=shelter.emergency&place=Minneapolis, MN");
        assertTrue(page.getList("hits.service.name").contains("The Link - Passageways emergency shelter"));
        assertTrue(page.getList("next_steps.why").contains("regional_navigator"));
        assertTrue(page.getList("next_steps.why").contains("statewide"));
        assertTrue(
                page.getList("hits.freshness.stale").stream().allMatch(Boolean.TRUE::equals), "nobody verified them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Duluth, MN", "Milwaukee, WI", "Tampa, FL", "Minneapolis, MN", "Nome, AK"})
    void noPlaceIsADeadEnd(String place) {
        for (var need : List.of("shelter.emergency", "legal", "substance.naloxone", "hotline")) {
            var page = get("need=" + need + "&place=" + place);
            var doors = page.getList("hits").size() + page.getList("next_steps").size();
            assertTrue(doors > 0, need + " in " + place);
            assertTrue(HELP.containsAll(page.getList("hits.service.kind")));
        }
    }

    @Test
    void localDoorsStandBeforeStatewideAndNationalOnes() {
        var areas = get("need=case&place=Minneapolis, MN&size=50").<List<String>>getList("hits.service.areas.id");
        var ranks = areas.stream().map(SeedDataTest::breadth).toList();
        assertEquals(ranks.stream().sorted().toList(), ranks, "narrow areas first: " + areas);
    }

    private static int breadth(List<String> areas) {
        return areas.stream()
                .mapToInt(id -> id == null || id.equals("us") ? 2 : id.length() == 2 ? 1 : 0)
                .min()
                .orElse(2);
    }

    @Test
    void aClosedServiceIsFoundByItsNameAloneWithItsSuccessors() {
        var byName = get("q=St. James Infirmary");
        assertEquals(
                "defunct", byName.getString("hits.find { it.service.name.startsWith('St. James') }.service.status"));
        assertEquals(2, byName.getList("hits[0].service.successor_ids").size());
        assertFalse(get("need=health.medical&place=San Francisco, CA").<String>getList("hits.service.name").stream()
                .anyMatch(name -> name.startsWith("St. James")));
    }

    @Test
    void tipLinesAndBuyerProgrammesAnswerOnlyToTheirNames() {
        assertTrue(get("q=HSI tip line").<String>getList("hits.service.kind").contains("report_line"));
        for (var query : List.of("q=human trafficking&size=100", "q=breaking free", "need=hotline&size=100")) {
            assertTrue(HELP.containsAll(get(query).getList("hits.service.kind")), query);
        }
    }

    @Test
    void everyPageOfServicesShowsOnlyWhatAnswersHelp() {
        given().get("/services?per_page=500&minimal=false")
                .then()
                .statusCode(200)
                .body("contents.kind", not(hasItem("law")))
                .body("contents.kind", not(hasItem("report_line")));
    }

    @Test
    void nothingIsVerifiedYet() {
        var bytes = given().get("/services?per_page=500&full=true&kind=all").asString();
        assertFalse(bytes.contains("verified_on"));
        assertFalse(bytes.contains("address_1"));
        assertFalse(bytes.contains("latitude"));
    }

    @Test
    void everyLanguageHasItsCodeAsTheCodeAndItsNameAsTheName() {
        var codes = Set.of(Locale.getISOLanguages());
        var languages = given().get("/services?per_page=500&full=true&kind=all")
                .jsonPath()
                .<Map<String, String>>getList("contents.collectMany { it.languages ?: [] }");
        assertFalse(languages.isEmpty());
        for (var language : languages) {
            assertTrue(codes.contains(language.get("code")) || isNamed(language.get("code")), language.toString());
            assertFalse(codes.contains(language.get("name")), language.toString());
            assertEquals(Languages.codeOf(language.get("code")), Languages.codeOf(language.get("name")));
        }
    }

    /** Whether it is a code of three letters. */
    private static boolean isNamed(String code) {
        return code.length() == 3 && Languages.codeOf(code).equals(Optional.of(code));
    }

    @Test
    void theAnswerToTheRootNamesTheStandard() {
        given().get("/").then().statusCode(200).body("version", containsString("3.2"));
    }

    @Test
    void judgedQueriesFindWhatAHotlineWorkerWants() throws IOException {
        var judged = judged();
        for (var lang : List.of("en", "es")) {
            measure(
                    lang,
                    judged.stream().filter(query -> query.lang().equals(lang)).toList());
        }
        var all = measure("all", judged);
        assertTrue(all.first() >= 0.92, "success@1 " + all);
        assertTrue(all.three() >= 0.975, "success@3 " + all);
        assertTrue(all.gain() >= 0.91, "nDCG@10 " + all);
    }

    /** How many of some queries have a winner first and among the first three, and how good the first ten are. */
    private record Measured(double first, double three, double gain, List<String> missed) {}

    private static Measured measure(String called, List<Judged> judged) {
        double first = 0;
        double three = 0;
        double gain = 0;
        var missed = new ArrayList<String>();
        for (var query : judged) {
            var found = found(query);
            var winners = query.grades().entrySet().stream()
                    .filter(e -> e.getValue() >= 3)
                    .map(Map.Entry::getKey)
                    .toList();
            first += found.stream().limit(1).anyMatch(winners::contains) ? 1 : 0;
            var inThree = found.stream().limit(3).anyMatch(winners::contains);
            three += inThree ? 1 : 0;
            gain += gain(found, query.grades());
            if (!inThree) {
                missed.add(query.id() + " " + query.text());
            }
        }
        var n = judged.size();
        System.getLogger("relevance")
                .log(
                        System.Logger.Level.INFO,
                        "%s, %d judged queries: success@1 %.3f, success@3 %.3f, nDCG@10 %.3f; missed %s"
                                .formatted(called, n, first / n, three / n, gain / n, missed));
        return new Measured(first / n, three / n, gain / n, missed);
    }

    private record Judged(
            String id, String text, String lang, String place, String needs, Map<String, Integer> grades) {}

    private static List<Judged> judged() throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Path.of("seed-data/relevance.csv"))) {
            return csv.stream()
                    .filter(r -> !r.getField("winners").isEmpty()
                            && r.getField("client").isEmpty())
                    .map(r -> new Judged(
                            r.getField("id"),
                            r.getField("query"),
                            r.getField("lang"),
                            r.getField("place"),
                            r.getField("needs"),
                            grades(r.getField("winners"), r.getField("also"))))
                    .toList();
        }
    }

    private static Map<String, Integer> grades(String winners, String also) {
        var grades = new HashMap<String, Integer>();
        Arrays.stream(winners.split(";", -1)).filter(w -> !w.isBlank()).forEach(w -> grades.put(w.strip(), 3));
        Arrays.stream(also.split(";", -1)).filter(a -> a.contains(":")).forEach(a -> {
            var parts = a.strip().split(":", 2);
            grades.putIfAbsent(parts[0], Integer.parseInt(parts[1].strip()));
        });
        return grades;
    }

    private static List<String> found(Judged query) {
        var request = given().queryParam("size", 10);
        request = query.text().isEmpty() ? request : request.queryParam("q", query.text());
        request = query.place().isEmpty() ? request : request.queryParam("place", query.place());
        request = query.lang().isEmpty() ? request : request.queryParam("lang", query.lang());
        for (var need : query.needs().split(";", -1)) {
            request = need.isBlank() ? request : request.queryParam("need", need.strip());
        }
        return request.get("/search").jsonPath().getList("hits.service.id");
    }

    private static double gain(List<String> found, Map<String, Integer> grades) {
        double gained = 0;
        for (int i = 0; i < Math.min(10, found.size()); i++) {
            gained += (Math.pow(2, grades.getOrDefault(found.get(i), 0)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        var best = grades.values().stream().sorted((a, b) -> b - a).limit(10).toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += (Math.pow(2, best.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return ideal == 0 ? 0 : gained / ideal;
    }

    private static JsonPath get(String query) {
        return given().get("/search?" + query).then().statusCode(200).extract().jsonPath();
    }
}

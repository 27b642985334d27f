package org.nowrongdoor.directory;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.StoredForTests.aService;
import static org.nowrongdoor.support.StoredForTests.anOrganization;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServiceListTest {

    private final UUID organization = UUID.randomUUID();
    private final String ofOurs = "/services?organization_id=" + organization;

    @Inject
    StoredForTests stored;

    @BeforeEach
    void storeOrganization() {
        stored.organization(anOrganization(organization, "Open Doors"));
    }

    @AfterEach
    void forget() {
        stored.forget();
    }

    private UUID store(String more) {
        var id = UUID.randomUUID();
        stored.service(aService(id, organization, more));
        return id;
    }

    private void store(int count) {
        Stream.generate(() -> "").limit(count).forEach(this::store);
    }

    @Test
    void pagesHoldEveryServiceOnce() {
        store(7);
        var ids = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            var body = get(ofOurs + "&per_page=3&page=" + page).then().statusCode(200);
            body.body("total_items", equalTo(7))
                    .body("total_pages", equalTo(3))
                    .body("page_number", equalTo(page))
                    .body("first_page", equalTo(page == 1))
                    .body("last_page", equalTo(page == 3))
                    .body("empty", equalTo(false));
            List<String> found = body.extract().path("contents.id");
            assertEquals(found.size(), (int) body.extract().path("size"));
            ids.addAll(found);
        }
        assertEquals(7, ids.stream().distinct().count());
        assertEquals(7, ids.size());
    }

    @Test
    void aPageBeyondTheEndIsEmpty() {
        store(1);
        get(ofOurs + "&page=2147483647&per_page=500")
                .then()
                .statusCode(200)
                .body("empty", equalTo(true))
                .body("size", equalTo(0))
                .body("total_items", equalTo(1))
                .body("contents", hasSize(0));
    }

    @Test
    void twentyFiveStandOnAPageUnlessAskedOtherwise() {
        store(26);
        get(ofOurs).then().body("contents", hasSize(25)).body("total_pages", equalTo(2));
    }

    @Test
    void onlyWhatAnswersHelpStandsInTheListUnlessAskedFor() {
        var plain = store("").toString();
        var law = store(json(", 'kind': 'law'")).toString();
        var hotline = store(json(", 'kind': 'hotline'")).toString();
        get(ofOurs).then().body("total_items", equalTo(2)).body("contents.id", not(contains(law)));
        get(ofOurs + "&kind=law").then().body("contents.id", contains(law));
        get(ofOurs + "&kind=service").then().body("contents.id", contains(plain));
        get(ofOurs + "&kind=hotline").then().body("contents.id", contains(hotline));
        get(ofOurs + "&kind=all").then().body("total_items", equalTo(3));
        get("/services/" + law).then().statusCode(200).body("kind", equalTo("law"));
    }

    @Test
    void anItemShowsItsOrganizationAndNoLists() {
        store(json(", 'phones': [{'id': '%s', 'number': '612-555-0100'}]", UUID.randomUUID()));
        get(ofOurs)
                .then()
                .body("contents[0]", not(hasKey("phones")))
                .body("contents[0]", not(hasKey("organization_id")))
                .body("contents[0].organization.id", equalTo(organization.toString()))
                .body("contents[0].kind", equalTo("service"))
                .body("contents[0].location_policy", equalTo("public"));
        get(ofOurs + "&full=true").then().body("contents[0].phones", hasSize(1));
    }

    @Test
    void disclosuresStandBeforeAnyWayToReachTheService() {
        var id =
                store(", \"url\": \"https://open.example\", \"email\": \"a@open.example\", \"disclosures\": [{\"code\":"
                        + " \"custody\", \"text\": \"Told to the court.\"}]");
        for (var path : List.of(ofOurs, ofOurs + "&full=true", "/services/" + id)) {
            var text = get(path).asString();
            assertEquals(true, text.indexOf("Told to the court.") > 0, path);
            assertEquals(true, text.indexOf("Told to the court.") < text.indexOf("https://open.example"), path);
        }
    }

    @Test
    void minimalShowsNothingButIdAndTime() {
        var id = store("").toString();
        get(ofOurs + "&minimal=true")
                .then()
                .body("contents[0].keySet()", everyItem(oneOf("id", "last_modified")))
                .body("contents[0].id", equalTo(id))
                .body("contents[0].last_modified", equalTo(StoredForTests.THEN.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "naloxone, true", // a word of the description
        "nalo, true", // the last word, unfinished
        "nalo supplies, false", // only the last word may be
        "supplies nalo, true",
        "'\"clean supplies\"', true",
        "'\"supplies clean\"', false",
        "naloxone -supplies, false",
        "naloxone -\"no phrase of it\", true",
        "methadone or naloxone, true",
        "'!!', false",
        "methadone, false"
    })
    void searchFindsWords(String search, boolean found) {
        store(json(", 'description': 'Naloxone and clean supplies'"));
        given().queryParam("search", search)
                .get(ofOurs)
                .then()
                .statusCode(200)
                .body("total_items", equalTo(found ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        Women’s Niños Bed | women's | true
        Women’s Niños Bed | women's bed | true
        Women’s Niños Bed | womens bed | true
        Women’s Niños Bed | women bed | true
        Women’s Niños Bed | WOMEN`S NIÑOS | true
        Women’s Niños Bed | ninos | true
        Women’s Niños Bed | nin | true
        Women’s Niños Bed | women's -ninos | false
        Women's House | women’s | true
        La Clínica de la Raza | clinica de la raza | true
        La Clinica de la Raza | clínica raza | true
        La Clínica de la Raza | "de la clinica" | false
        La Clínica de la Raza | “clinica de la raza” | true
        ʻOhana Hale | ohana | true
        ʻOhana Hale | 'ohana hale | true
        Ohana Hale | ʻohana | true
        Hoʻomau Center | hoomau | true
        Molokaʻi Kokua | molokai | true
        O´Brien House | o'brien | true
        O’Brien House | obrien | true
        D'Angelo Center | d angelo | true
        Straße | strasse | true
        Łódź Club | lodz club | true
        Søren Đặng House | soren dang | true
        Người Việt | nguoi viet | true
        Ελλάδα | ελλαδα | true
        Приют Надежды | приют надежды | true
        Drop‑in Center | drop-in | true
        Zoë’s Place | zoes or nothing | true
        Niño | nina | false
        Women’s Bed | men's | false
        """)
    void searchFoldsAccentsAndApostrophes(String name, String search, boolean found) {
        store(", \"description\": \"" + name + "\"");
        given().queryParam("search", search).get(ofOurs).then().body("total_items", equalTo(found ? 1 : 0));
        given().contentType(ContentType.JSON)
                .body(json("{'organization_id': '%s', 'per_page': 1, 'search': ", organization) + "\""
                        + search.replace("\"", "\\\"") + "\"}")
                .post("/services")
                .then()
                .body("total_items", equalTo(found ? 1 : 0));
    }

    @Test
    void organizationsAndTermsAreSearchedAlike() {
        stored.organization(anOrganization(UUID.randomUUID(), "Refugio Ñandú’s Ohana"));
        given().queryParam("search", "nandus ohana")
                .get("/organizations")
                .then()
                .body("total_items", equalTo(1));
        given().queryParam("search", "Ñandú's ʻOhana")
                .get("/organizations")
                .then()
                .body("total_items", equalTo(1));
        given().queryParam("search", "crisis").get("/taxonomy_terms").then().statusCode(200);
        var plain = given().queryParam("search", "children's").get("/taxonomy_terms");
        var typeset = given().queryParam("search", "CHILDREN’S").get("/taxonomy_terms");
        assertEquals(plain.<Integer>path("total_items"), typeset.<Integer>path("total_items"));
        given().queryParam("search", "nwd’s").get("/taxonomies").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 1", // inclusive
        "2026-03-01T10:00:00.001Z, 0",
        "2026-03-01, 1",
        "2026-03-02, 0",
        "2026-03-01T12:00:00+02:00, 1", // the plus arrives as a space
        "2026-03-01T12:00:01+02:00, 0"
    })
    void modifiedAfterCountsFromThatInstantOn(String time, int count) {
        store("");
        given().urlEncodingEnabled(false)
                .get(ofOurs + "&modified_after=" + time)
                .then()
                .statusCode(200)
                .body("total_items", equalTo(count));
    }

    @Test
    void filtersAndTogether() {
        var taxonomy = UUID.randomUUID();
        var term = stored.term("""
            {"id": "%s", "name": "Food", "description": "", "taxonomy_detail": {"id": "%s", "name": "T", \
            "description": ""}}\
            """.formatted(UUID.randomUUID(), taxonomy));
        var hung = """
            , "attributes": [{"id": "%s", "taxonomy_term": {"id": "%s", "name": "Food", "description": ""}}]\
            """.formatted(UUID.randomUUID(), term);
        var both = store(json("%s, 'description': 'Breakfast'", hung)).toString();
        store(hung);
        store(json(", 'description': 'Breakfast'"));
        get(ofOurs + "&taxonomy_term_id=" + term + "&search=breakfast").then().body("contents.id", contains(both));
        get(ofOurs + "&taxonomy_id=" + taxonomy + "&search=breakfast").then().body("contents.id", contains(both));
        get(ofOurs + "&taxonomy_id=" + taxonomy).then().body("total_items", equalTo(2));
        get(ofOurs + "&taxonomy_id=" + UUID.randomUUID()).then().body("total_items", equalTo(0));
    }

    @Test
    void thePostTwinTakesTheSameParametersInItsBody() {
        store(3);
        given().contentType(ContentType.JSON)
                .body(json("{'organization_id': '%s', 'per_page': 2, 'minimal': true}", organization))
                .post("/services")
                .then()
                .statusCode(200)
                .body("total_items", equalTo(3))
                .body("contents", hasSize(2))
                .body("contents[0]", not(hasKey("name")));
        given().contentType(ContentType.JSON)
                .body(json("{'page': 2}"))
                .post(ofOurs + "&per_page=2")
                .then()
                .body("contents", hasSize(1));
        given().noContentType().post(ofOurs).then().statusCode(200).body("total_items", equalTo(3));
    }

    @Test
    void whatIsGivenInUrlAndBodyIsRefused() {
        given().contentType(ContentType.JSON)
                .body(json("{'page': 2}"))
                .post("/services?page=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("page"));
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml, xml",
        "kind=shelter, shelter",
        "modified_after=yesterday, yesterday",
        "modified_after=%2B999999999-01-01T00:00:00Z, 999999999",
        "minimal=true&full=true, full"
    })
    void aBadParameterIsRefusedByName(String query, String said) {
        given().urlEncodingEnabled(false)
                .get("/services?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(said))
                .body("detail", containsString(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @CsvSource({"page=0", "page=-1", "per_page=0", "per_page=501", "per_page=10000"})
    void aPageOutOfBoundsIsRefused(String query) {
        get("/services?" + query).then().statusCode(400);
    }

    @Test
    void anUnknownIdIsNotFound() {
        get("/services/" + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
    }
}

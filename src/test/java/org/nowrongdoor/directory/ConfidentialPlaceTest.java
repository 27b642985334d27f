package org.nowrongdoor.directory;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.StoredForTests.aService;
import static org.nowrongdoor.support.StoredForTests.anOrganization;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

/** The second wall: what the door should have dropped is in the store all the same, and nothing of it gets out. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConfidentialPlaceTest {

    private static final String SECRET = "Quietwater";

    private final UUID organization = UUID.randomUUID();
    private final UUID service = UUID.randomUUID();
    private final UUID place = UUID.randomUUID();
    private final UUID at = UUID.randomUUID();

    @Inject
    StoredForTests stored;

    @BeforeEach
    void storeOrganization() {
        stored.organization(
                anOrganization(organization, "Safe Rooms").replace("}", json(", 'metadata': [%s]}", metadata())));
    }

    @AfterEach
    void forget() {
        stored.forget();
    }

    private static String metadata() {
        return """
        {"id": "%s", "last_action_date": "2026-01-01", "last_action_type": "update", \
        "field_name": "address_1", "previous_value": "5 %s Lane", "replacement_value": "", "updated_by": ""}""".formatted(UUID.randomUUID(), SECRET);
    }

    private void store(String servicePolicy, String placePolicy) {
        var phone = json(
                "'phones': [{'id': '%s', 'number': '612-555-0101', 'location_id': '%s'}]", UUID.randomUUID(), place);
        var location = """
        {"id": "%s", "location_type": "physical", "name": "%s House", "location_policy": "%s", \
        "latitude": 44.123456, "longitude": -93.123456, %s, "addresses": [{"id": "%s", \
        "address_1": "5 %s Lane", "city": "%s", "state_province": "MN", "postal_code": "55404", \
        "country": "US", "address_type": "physical"}]}""".formatted(place, SECRET, placePolicy, phone, UUID.randomUUID(), SECRET, SECRET);
        stored.service(aService(service, organization, """
        , "location_policy": "%s", "email": "desk@safe.example", %s, "metadata": [%s], \
        "service_areas": [%s,%s,%s], "service_at_locations": [{"id": "%s", "description": "%s back door", \
        "location": %s}]""".formatted(
                        servicePolicy,
                        phone,
                        metadata(),
                        area("MN/minneapolis", SECRET),
                        area("27053", "Hennepin County, MN"),
                        area("MN", "Minnesota"),
                        at,
                        SECRET,
                        location)));
    }

    private static String area(String extent, String name) {
        return json(
                "{'id': '%s', 'name': '%s', 'extent': '%s', 'extent_type': 'text'}", UUID.randomUUID(), name, extent);
    }

    private List<String> everything() {
        var found = new ArrayList<String>();
        for (var path : List.of("/services", "/organizations", "/service_at_locations")) {
            for (var how : List.of("", "&full=true", "&minimal=true", "&format=ndjson", "&format=ndjson&full=true")) {
                found.add(get(path + "?organization_id=" + organization + how).asString());
            }
        }
        found.add(get("/organizations?full_service=true&organization_id=" + organization)
                .asString());
        found.add(get("/organizations/" + organization).asString());
        found.add(get("/organizations/" + organization + "?full_service=true").asString());
        found.add(get("/services/" + service).asString());
        found.add(get("/services/" + service + "?full=false").asString());
        found.add(get("/locations/" + place).asString());
        found.add(get("/service_at_locations/" + at).asString());
        for (var near : List.of("", "&proximity=500000")) {
            found.add(get("/service_at_locations?full=true&postcode=55404&organization_id=" + organization + near)
                    .asString());
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "confidential,public",
        "public,confidential",
        "hidden,public",
        "public,hidden",
        "confidential,hidden",
        "confidential,confidential"
    })
    void noAnswerHoldsATraceOfAPlaceThatIsNotPublic(String servicePolicy, String placePolicy) {
        store(servicePolicy, placePolicy);
        for (var answer : everything()) {
            // The area of a public service is its own to tell, and its name is told.
            var told = servicePolicy.equals("public") ? answer.replace("\"" + SECRET + "\"", "") : answer;
            assertFalse(told.contains(SECRET + " "), answer);
            assertFalse(answer.contains("44.123456"), answer);
            assertFalse(answer.contains("93.123456"), answer);
            assertFalse(answer.contains("addresses"), answer);
            assertFalse(answer.contains(json("service_at_locations':")), answer);
            assertFalse(answer.contains(at.toString()) && !answer.contains("There is no"), answer);
        }
        get("/service_at_locations/" + at).then().statusCode(404);
        get("/service_at_locations?organization_id=" + organization).then().body("total_items", equalTo(0));
    }

    @Test
    void aConfidentialServiceKeepsPhoneAndAreaDownToTheCounty() {
        store("confidential", "public");
        get("/services/" + service)
                .then()
                .body("phones[0].number", equalTo("612-555-0101"))
                .body("service_areas.extent", contains("27053", "MN"))
                .body("email", equalTo("desk@safe.example"))
                .body("location_policy", equalTo("confidential"))
                .body("", not(hasKey("metadata")));
    }

    @Test
    void aHiddenServiceKeepsPhoneAndStateAlone() {
        store("hidden", "public");
        get("/services/" + service)
                .then()
                .body("phones[0].number", equalTo("612-555-0101"))
                .body("service_areas.extent", contains("MN"))
                .body("", not(hasKey("email")))
                .body("location_policy", equalTo("hidden"));
    }

    @Test
    void twoDirectoriesThatDifferOnlyInWhereAPlaceIsGiveTheSameBytes() {
        store("confidential", "public");
        var here = everything();
        stored.sql(
                "update location set body = jsonb_set(body, '{latitude}', '10'), latitude = 10, postal_code = '99553'"
                        + " where id = '" + place + "'");
        assertEquals(here, everything());
    }

    @Test
    void aPublicServiceAtAPublicPlaceShowsIt() {
        store("public", "public");
        get("/services/" + service)
                .then()
                .body("service_at_locations[0].location.addresses[0].address_1", equalTo("5 " + SECRET + " Lane"))
                .body("service_at_locations[0].location", not(hasKey("organization_id")));
        get("/organizations/" + organization).then().body("locations", hasSize(1));
        get("/locations/" + place).then().body("organization_id", equalTo(organization.toString()));
        get("/service_at_locations?organization_id=" + organization).then().body("total_items", equalTo(1));
        given().get("/service_at_locations/" + at).then().statusCode(200);
    }
}

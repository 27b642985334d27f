package org.nowrongdoor.directory;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.nowrongdoor.support.StoredForTests.aService;
import static org.nowrongdoor.support.StoredForTests.anOrganization;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

/** Three sites of services: A in Minneapolis 55404, serving Hennepin; B in St. Paul 55101, serving Minnesota;
 *  C in Duluth 55802, serving St. Louis County. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostcodeTest {

    private final UUID organization = UUID.randomUUID();

    @Inject
    StoredForTests stored;

    @BeforeEach
    void store() {
        stored.organization(anOrganization(organization, "Near and Far"));
        site("A", "55404", "44.9602, -93.2627", "27053");
        site("B", "55101", "44.9527, -93.0922", "MN");
        site("C", "55802", "46.7597, -92.0841", "27137");
    }

    @AfterEach
    void forget() {
        stored.forget();
    }

    private void site(String name, String postcode, String point, String extent) {
        var at = point.split(", ", 2);
        stored.service(aService(UUID.randomUUID(), organization, """
        , "service_areas": [{"id": "%s", "name": "x", "extent": "%s", "extent_type": "text"}], \
        "service_at_locations": [{"id": "%s", "location": {"id": "%s", "location_type": "physical", \
        "latitude": %s, "longitude": %s, "addresses": [{"id": "%s", "address_1": "1 Main", "city": "X", \
        "state_province": "MN", "postal_code": "%s", "country": "US", "address_type": "physical"}]}}]""".formatted(
                                UUID.randomUUID(),
                                extent,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                at[0],
                                at[1],
                                UUID.randomUUID(),
                                postcode))
                .replace("Open door", name));
    }

    @ParameterizedTest
    @CsvSource({
        "postcode=55404, A B", // in it and covering it
        "postcode=55404-1234, A B",
        "postcode=55101, B",
        "postcode=55802, B C",
        "postcode=55404&proximity=5000, A",
        "postcode=55404&proximity=20000, A B",
        "postcode=55404&proximity=500000, A B C",
        "postcode=99553&proximity=5000, ''",
        "postcode=99553, ''",
        "postcode=ABC 1234, ''"
    })
    void aPostcodeFindsWhatCoversItOrLiesNear(String query, String names) {
        var found = get("/service_at_locations?organization_id=" + organization + "&" + query)
                .then()
                .statusCode(200);
        if (names.isEmpty()) {
            found.body("contents", empty());
        } else {
            found.body(
                    "contents.service.name",
                    containsInAnyOrder(Arrays.stream(names.split(" ", -1)).toArray(String[]::new)));
        }
    }

    @Test
    void aDistanceNeedsAPlaceToBeMeasuredFrom() {
        get("/service_at_locations?proximity=5000")
                .then()
                .statusCode(400)
                .body("detail", containsString("add postcode"));
        get("/service_at_locations?postcode=00000&proximity=5000")
                .then()
                .statusCode(400)
                .body("detail", containsString("00000"));
    }
}

package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** A search may ask for the members of a network; whoever is not known to be in it is counted and not called an outsider. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NetworkSearchTest {

    private static final String NAME = "Marshfern Haven Network";

    private static final UUID NETWORK = id("network");
    private static final UUID MEMBER = id("member");
    private static final UUID LISTED = id("listed");
    private static final UUID STRANGER = id("stranger");

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(("network-search/" + of).getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse search(String more) {
        return given().contentType("application/json")
                .body(json("{'q': 'marshfern', 'size': 50" + more + "}"))
                .post("/search")
                .then();
    }

    private static void organization(UUID id, String name, String partners) {
        replace(
                "/organizations/" + id,
                json("{'name': '" + name + "', 'description': 'x', 'partners': [" + partners + "]}"));
    }

    @BeforeEach
    void store() {
        if (given().get("/organizations/" + NETWORK).statusCode() == 200) {
            return;
        }
        for (var id : new UUID[] {NETWORK, MEMBER, LISTED, STRANGER}) {
            put("/organizations/" + id, json("{'name': 'x', 'description': 'x'}"))
                    .then()
                    .statusCode(201);
        }
        organization(NETWORK, NAME, of(LISTED));
        organization(MEMBER, "Marshfern Desk", of(NETWORK));
        organization(LISTED, "Marshfern Clinic", "");
        organization(STRANGER, "Marshfern Kitchen", "");
        for (var id : new UUID[] {NETWORK, MEMBER, LISTED, STRANGER}) {
            put(
                            "/services/" + UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)),
                            json("{'name': 'Marshfern service of " + id + "', 'status': 'active', 'organization_id': '"
                                    + id + "', 'phones': [{'number': '+1 612 555 0134'}]}"))
                    .then()
                    .statusCode(201);
        }
        SearchForTests.awaitIndexed();
    }

    private static String of(UUID network) {
        return "{'organization_id': '" + network + "', 'relation': 'network_member', 'source_url':"
                + " 'https://marshfern.example/members'}";
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "marshfern haven network", "Marshfern Haven"})
    void membersByEitherRecordAndTheNetworkItselfAnswer(String said) {
        search(", 'network': '" + said + "'")
                .statusCode(200)
                .body(
                        "hits.service.organization.id",
                        containsInAnyOrder(NETWORK.toString(), MEMBER.toString(), LISTED.toString()))
                .body("total.value", equalTo(3))
                .body("interpreted_as.network.id", equalTo(NETWORK.toString()))
                .body("interpreted_as.network.organizations", equalTo(3))
                .body("interpreted_as.network.note", containsString("Others may be in it"))
                .body("left_out.find { it.by == 'network' }.count", greaterThan(0));
    }

    @Test
    void theSameByItsIdAndInAUrl() {
        given().queryParam("q", "marshfern")
                .queryParam("network", NETWORK.toString().toUpperCase(Locale.ROOT))
                .queryParam("lang", "es")
                .get("/search")
                .then()
                .statusCode(200)
                .body("total.value", equalTo(3))
                .body("interpreted_as.network.note", containsString("Otras también"));
        search("").body("interpreted_as.network", nullValue()).body("total.value", equalTo(4));
    }

    @Test
    void aTextSaysThatOthersMayBeInIt() {
        given().accept("text/plain")
                .queryParam("q", "marshfern")
                .queryParam("network", NETWORK)
                .get("/search")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Others may be in it too"),
                        containsString("not known to be in the network (1)")));
    }

    @Test
    void whoeverMayBeInItIsStillANextStep() {
        search(", 'network': '" + NETWORK + "', 'needs': ['shelter.emergency']")
                .statusCode(200)
                .body("next_steps[0].service.id", notNullValue());
    }

    @Test
    void aDiscreetAnswerDoesNotTellTheNetwork() {
        search(", 'network': '" + NETWORK + "', 'discreet': true")
                .statusCode(200)
                .body("interpreted_as.network", nullValue())
                .body("hits.size()", equalTo(3));
    }

    @Test
    void aPageGoesOnInTheSameNetworkAlone() {
        var next = given().contentType("application/json")
                .body(json("{'q': 'marshfern', 'size': 1, 'network': '" + NETWORK + "'}"))
                .post("/search")
                .then()
                .extract()
                .<String>path("next");
        search(", 'network': '" + NETWORK + "', 'after': '" + next + "'")
                .statusCode(200)
                .body("hits.size()", equalTo(2));
        search(", 'after': '" + next + "'").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no network of this name",
                "00000000-0000-4000-8000-000000000000",
                "%",
                "' or 1=1 --",
                "\"",
                "-",
                "-zzz",
                "zzz or marshfern",
                "marshfern"
            })
    void aNameThatIsNoOneOrganizationIsRefused(String said) {
        given().queryParam("q", "marshfern")
                .queryParam("network", said)
                .get("/search")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(containsString("network")))
                .body("errors.detail[0]", containsString("must be the id or the name of one organization"))
                .body("errors.detail[0]", not(containsString("select")));
        search(", 'network': ''").statusCode(400);
    }
}

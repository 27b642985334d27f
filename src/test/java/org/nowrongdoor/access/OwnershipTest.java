package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.access.OwnedRecords.ADMIN;
import static org.nowrongdoor.access.OwnedRecords.patching;
import static org.nowrongdoor.access.OwnedRecords.with;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** Ways to write what belongs to another organisation. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class OwnershipTest {

    private static final String PARENT = json("'phones':[{'number':'612-555-0101','type':'voice'}],'name':'Ours'");

    private OwnedRecords ours;
    private OwnedRecords theirs;
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void begin() {
        ours = new OwnedRecords(UUID.randomUUID());
        theirs = new OwnedRecords(UUID.randomUUID());
    }

    private ValidatableResponse put(String path, String body) {
        return with(ours.key).header("If-Match", "*").body(body).put(path).then();
    }

    private static String read(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    /** Our new service with more in its record. */
    private Response create(String more) {
        return with(ours.key)
                .body(json("{'id':'%s',%s,'status':'active',%s}", id, PARENT, more))
                .put("/services/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'organization_id':'%s'}",
                "{'organization':{'id':'%s','name':'Owner','description':'Runs things.'}}",
                "{'name':'Ours now'}",
                "{'name':'Ours now','organization_id':null}",
                "{'email':'us@example.org','phones':[]}"
            })
    void anothersServiceIsNotTakenOver(String patch) {
        var service = theirs.service("public");
        var before = read("/services/" + service);
        patching(ours.key)
                .body(json(patch, ours.owner))
                .patch("/services/" + service)
                .then()
                .statusCode(403)
                .body("detail", containsString("organisation"));
        assertEquals(before, read("/services/" + service));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'organization_id':'%s'}",
                "{'organization_id':'%S'}",
                "{'organization':{'id':'%s','name':'Owner','description':'Runs things.'}}"
            })
    void anOwnServiceIsNotGivenAway(String patch) {
        var service = ours.service("public");
        patching(ours.key)
                .body(json(patch, theirs.owner))
                .patch("/services/" + service)
                .then()
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/organization_id"));
        put("/services/" + service, json("{%s,'status':'active','organization_id':'%s'}", PARENT, theirs.owner))
                .statusCode(403);
        given().get("/services/" + service).then().body("organization.id", equalTo(String.valueOf(ours.owner)));
        patching(ADMIN)
                .body(json("{'organization_id':'%s'}", theirs.owner))
                .patch("/services/" + service)
                .then()
                .statusCode(200);
        given().get("/services/" + service).then().body("organization.id", equalTo(String.valueOf(theirs.owner)));
    }

    @Test
    void nothingNewIsMadeInAnothersName() {
        assertEquals(403, create(json("'organization_id':'%s'", theirs.owner)).statusCode());
        assertEquals(
                403,
                create(json("'organization':{'id':'%s','name':'Mine now','description':'x'}", theirs.owner))
                        .statusCode());
        assertEquals(
                403,
                create(json("'organization':{'name':'Brand new','description':'x'}"))
                        .statusCode());
        given().get("/services/" + id).then().statusCode(404);
        given().get("/organizations/" + theirs.owner).then().body("name", equalTo("Owner"));
        put("/organizations/" + UUID.randomUUID(), json("{'name':'New','description':'x'}"))
                .statusCode(412);
        with(ours.key)
                .body(json("{'name':'New','description':'x'}"))
                .put("/organizations/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        with(ours.key)
                .body(json("{'location_type':'virtual','organization_id':'%s'}", theirs.owner))
                .put("/locations/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNewAndNamesNoOrganisationIsOnesOwn() {
        assertEquals(201, create(json("'url':'https://ours.example'")).statusCode());
        given().get("/services/" + id).then().body("organization.id", equalTo(String.valueOf(ours.owner)));
        with(ours.key)
                .body(json("{'location_type':'virtual'}"))
                .put("/locations/" + id)
                .then()
                .statusCode(201)
                .body("organization_id", equalTo(String.valueOf(ours.owner)));
    }

    @Test
    void anothersRecordsAreNotPulledOverByNestingThem() throws InterruptedException {
        var service = theirs.service("public");
        var location = theirs.location("public");
        SearchForTests.awaitTouched();
        var before = read("/services/" + service) + read("/locations/" + location);
        put(
                        "/organizations/" + ours.owner,
                        json(
                                "{'name':'Owner','description':'x','services':[{'id':'%s','name':'Ours','status':'active'}]}",
                                service))
                .statusCode(403);
        put(
                        "/organizations/" + ours.owner,
                        json(
                                "{'name':'Owner','description':'x','locations':[{'id':'%s','location_type':'virtual'}]}",
                                location))
                .statusCode(403);
        assertEquals(
                403,
                create(json(
                                "'service_at_locations':[{'location':{'id':'%s','location_type':'virtual','name':'x'}}]",
                                location))
                        .statusCode());
        assertEquals(before, read("/services/" + service) + read("/locations/" + location));
    }

    @Test
    void anOwnServiceIsNotGivenAtAnothersLocation() {
        var location = theirs.location("public");
        var link = json("'service_at_locations':[{'location_id':'%s'}]", location);
        create(link).then().statusCode(403).body("errors[0].pointer", equalTo("/service_at_locations/0/location_id"));
        var own = ours.location("public");
        assertEquals(
                201,
                create(json("'service_at_locations':[{'location_id':'%s'}]", own))
                        .statusCode());
        put("/services/" + id, json("{%s,'status':'active',%s}", PARENT, link)).statusCode(403);
    }

    @Test
    void aLocationOfNoOrganisationIsOfThoseWhoseServicesAloneAreThere() {
        var location = UUID.randomUUID().toString();
        with(ADMIN)
                .body(json("{'location_type':'virtual'}"))
                .put("/locations/" + location)
                .then()
                .statusCode(201);
        var here = json("{'service_at_locations':[{'location_id':'%s'}]}", location);
        patching(ADMIN)
                .body(here)
                .patch("/services/" + ours.service("public"))
                .then()
                .statusCode(200);
        patching(ours.key)
                .body(json("{'name':'Ours alone'}"))
                .patch("/locations/" + location)
                .then()
                .statusCode(200);
        patching(ADMIN)
                .body(here)
                .patch("/services/" + theirs.service("public"))
                .then()
                .statusCode(200);
        for (var key : new String[] {ours.key, theirs.key}) {
            patching(key)
                    .body(json("{'name':'Mine alone'}"))
                    .patch("/locations/" + location)
                    .then()
                    .statusCode(403);
            with(key)
                    .header("If-Match", "*")
                    .delete("/locations/" + location)
                    .then()
                    .statusCode(403);
        }
        given().get("/locations/" + location).then().body("name", equalTo("Ours alone"));
    }

    @Test
    void whatIsReadCanBeSentBackWhereAnothersLocationStandsInIt() {
        var service = ours.service("public");
        var location = theirs.location("public");
        patching(ADMIN)
                .body(json("{'service_at_locations':[{'location_id':'%s'}]}", location))
                .patch("/services/" + service)
                .then()
                .statusCode(200);
        var body = read("/services/" + service);
        put("/services/" + service, body.replace("Owned", "Owned and renamed")).statusCode(200);
        given().get("/services/" + service)
                .then()
                .body("name", equalTo("Owned and renamed"))
                .body("service_at_locations.location.id", hasItem(location));
        put("/services/" + service, body.replace("virtual", "postal")).statusCode(403);
        given().get("/locations/" + location).then().body("location_type", equalTo("virtual"));
    }

    @Test
    void anImportHoldsOnesOwnAlone() throws InterruptedException {
        var service = theirs.service("public");
        var before = read("/services/" + service);
        var fresh = UUID.randomUUID();
        var rows = json("[{'id':'%s',%s,'status':'active'},".formatted(fresh, PARENT.replace('"', '\''))
                + "{'id':'%s','name':'Taken','status':'active','organization_id':'%s'},".formatted(service, ours.owner)
                + "{'id':'%s','name':'Theirs','status':'active','organization_id':'%s'},"
                        .formatted(UUID.randomUUID(), theirs.owner)
                + "{'entity':'organization','id':'%s','name':'Taken','description':'x'},".formatted(theirs.owner)
                + "{'entity':'organization','id':'%s','name':'Owner','description':'Nests.',".formatted(ours.owner)
                + "'services':[{'id':'%s','name':'Taken','status':'active'}]},".formatted(service)
                + "{'entity':'taxonomy','id':'%s','name':'Taken','description':'x'}]".formatted(UUID.randomUUID()));
        var run = finished("/imports?partial=true", rows);
        given().get("/services/" + fresh).then().body("organization.id", equalTo(String.valueOf(ours.owner)));
        assertEquals(before, read("/services/" + service));
        given().get("/organizations/" + theirs.owner).then().body("name", equalTo("Owner"));
        with(ours.key)
                .get(run + "/faults")
                .then()
                .body("faults.row", hasItem(2))
                .body("faults.row", hasItem(3))
                .body("faults.row", hasItem(4))
                .body("faults.row", hasItem(5))
                .body("faults.row", hasItem(6))
                .body("faults.row", not(hasItem(1)))
                .body("faults.findAll { it.row == 2 }.remedy", hasItem(containsString("organisation")));
        finished("/imports", rows);
        given().get("/services/" + service).then().body("name", equalTo("Owned"));
        with(ADMIN).get(run).then().statusCode(200).body("totals.refused", equalTo(5));
        with(theirs.key).get(run + "/faults").then().statusCode(404);
        with(theirs.key).accept("text/csv").get(run + "/faults").then().statusCode(404);
    }

    private String finished(String path, String rows) throws InterruptedException {
        String run = "/imports/"
                + with(ours.key)
                        .body(rows)
                        .post(path)
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        for (int i = 0; i < 300; i++) {
            String status = with(ours.key).get(run).path("status");
            if (!status.equals("queued") && !status.equals("running")) {
                return run;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(run);
    }

    @Test
    void newTermsAreSharedAndNotAddedByTheWay() {
        create(json(
                        "'attributes':[{'link_type':'service_type','taxonomy_term':{'id':'%s','code':'our-own-term',"
                                + "'name':'Ours','description':'x','taxonomy':'Ours'}}]",
                        UUID.randomUUID()))
                .then()
                .statusCode(403);
        with(ours.key)
                .body(json("{'code':'x','name':'X','description':'x'}"))
                .put("/taxonomy_terms/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("detail", containsString("without organisation"));
    }

    @Test
    void ownershipIsLookedAtBeforeAnyState() {
        var service = theirs.service("public");
        with(ours.key).delete("/services/" + service).then().statusCode(403);
        with(ours.key)
                .header("If-Match", "\"old\"")
                .delete("/services/" + service)
                .then()
                .statusCode(403);
        with(ours.key)
                .body(json("{'name':'x','status':'active'}"))
                .put("/services/" + service)
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyOfAnOrganisationGivesNoMoreThanItHas() {
        String admin = ours.key(ADMIN, "keys:admin", "directory:write").path("key");
        for (var scope : new String[] {"directory:approve", "referrals:write", "stats:read", "directory:vet"}) {
            with(admin)
                    .body(json("{'name':'n','scopes':['directory:write','%s']}", scope))
                    .post("/keys")
                    .then()
                    .statusCode(403)
                    .body("errors[0].pointer", equalTo("/scopes"))
                    .body("detail", containsString(scope));
        }
        with(admin)
                .body(json("{'name':'n','scopes':['directory:write']}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .body("about.organization_id", equalTo(String.valueOf(ours.owner)));
    }

    @Test
    void aKeyThatMayMoreIsNotAdministered() {
        var mighty = ours.key(ADMIN, "directory:approve").path("about.id");
        String admin = ours.key(ADMIN, "keys:admin", "directory:write").path("key");
        with(admin).get("/keys").then().body("keys.id", not(hasItem(mighty)));
        with(admin).get("/keys/" + mighty).then().statusCode(404);
        with(admin).delete("/keys/" + mighty).then().statusCode(404);
        with(admin).body("{}").post("/keys/" + mighty + "/rotation").then().statusCode(404);
        with(ADMIN).get("/keys/" + mighty).then().statusCode(200);
    }

    @Test
    void aLinkEndsWithItsKey() {
        var service = ours.service("public");
        var writer = ours.key(ADMIN, "directory:write");
        String url = with(writer.<String>path("key"))
                .body("{}")
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        var link = url.replaceFirst(".*(/provider/[^/]+)/page", "$1");
        given().get(link).then().statusCode(200);
        with(ADMIN).delete("/keys/" + writer.path("about.id")).then().statusCode(204);
        given().get(link).then().statusCode(404);
        given().get(link + "/page").then().statusCode(404);
        given().contentType("application/merge-patch+json")
                .body(json("{'alert':'x'}"))
                .patch(link)
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(json("{'code':'capacity'}"))
                .put(link + "/capacity")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(json("{'confirm':true}"))
                .post(link + "/decline")
                .then()
                .statusCode(404);
    }

    @Test
    void aLinkEndsWhenTheServiceIsAnothersByThen() {
        var service = ours.service("public");
        var link = ours.invitation(service);
        given().get(link).then().statusCode(200);
        patching(ADMIN)
                .body(json("{'organization_id':'%s'}", theirs.owner))
                .patch("/services/" + service)
                .then()
                .statusCode(200);
        given().get(link).then().statusCode(404);
        with(theirs.key).get("/services/" + service + "/outcomes").then().statusCode(200);
        with(ours.key).get("/services/" + service + "/outcomes").then().statusCode(404);
    }

    @Test
    void theListOfKeysOfTwoOrganisationsHasNothingInCommon() {
        with(ours.key)
                .get("/keys")
                .then()
                .body("keys.findAll { it.organization_id != '" + ours.owner + "' }", hasSize(0));
    }
}

package org.nowrongdoor.exchange.provider;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

/** A provider without an account looks after its own entry. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ProviderTest {

    private final UUID service = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();
    private final UUID site = UUID.randomUUID();
    private String link;

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    private static RequestSpecification admin() {
        return given().auth().oauth2("nwd_admin-of-the-tests").contentType("application/json");
    }

    private static RequestSpecification anyone() {
        return given().contentType("application/json");
    }

    private String record() {
        return """
                {"id": "%s", "name": "Own door", "status": "active", "location_policy": "public",
                 "service_at_locations": [{"location": {"id": "%s", "location_type": "physical", "name": "Own site"}}],
                 "organization": {"id": "%s", "name": "Own house", "description": "It helps."}}""".formatted(service, site, organization);
    }

    @BeforeEach
    void invite() {
        admin().body(record()).put("/services/" + service).then().statusCode(201);
        link = invited("{}");
    }

    @AfterEach
    void reset() {
        clock.reset();
        admin().delete("/declined-listings/" + service);
    }

    private String invited(String body) {
        String url = admin().body(body)
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .body("mailed", equalTo(false))
                .extract()
                .path("url");
        return url.replaceFirst(".*(/provider/[^/]+)/page", "$1");
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain for " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private boolean isFound() {
        List<String> found = given().queryParam("q", "Own door")
                .queryParam("size", 100)
                .get("/search")
                .path("hits.service.id");
        return found.contains(service.toString());
    }

    @Test
    void theLinkShowsTheEntryAndChangesNothing() {
        var before = given().get("/services/" + service).header("ETag");
        anyone().get(link)
                .then()
                .statusCode(200)
                .body("service.name", equalTo("Own door"))
                .header("Cache-Control", "no-store");
        assertEquals(before, given().get("/services/" + service).header("ETag"));
    }

    @Test
    void whatTheProviderChangesShowsAtOnce() {
        given().contentType("application/merge-patch+json")
                .body(json("{'wait_time': 'Two weeks', 'phones': [{'number': '612-555-0134'}]}"))
                .patch(link)
                .then()
                .statusCode(200)
                .body("service.wait_time", equalTo("Two weeks"));
        given().get("/services/" + service).then().body("phones[0].number", startsWith("612-555-0134"));
        var history = given().get("/services/" + service + "/history").asString();
        assertFalse(history.contains("invitation "), history);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"X\"}",
                "{\"status\": \"active\"}",
                "{\"organization_id\": null}",
                "{\"eligibility\": null}",
                "{\"service_areas\": []}",
                "{\"disclosures\": []}",
                "{\"facts\": {\"id_required\": {\"value\": \"no\"}}}",
                "{\"facts\": null}",
                "{\"kind\": \"law\"}",
                "{\"no_such\": 1}"
            })
    void whatDecidesWhoIsSentThereStaysWithTheEditors(String patch) {
        var before = given().get("/services/" + service).header("ETag");
        anyone().body(patch).patch(link).then().statusCode(422);
        assertEquals(before, given().get("/services/" + service).header("ETag"));
    }

    @Test
    void aProviderMayHideAtOnceAndNotUnhideAlone() {
        anyone().body(json("{'location_policy': 'hidden'}")).patch(link).then().statusCode(200);
        given().get("/services/" + service).then().body("location_policy", equalTo("hidden"));
        anyone().body(json("{'location_policy': 'public'}")).patch(link);
        given().get("/services/" + service).then().body("location_policy", equalTo("hidden"));
    }

    @Test
    void capacityIsSaidAndReadsUnknownADayLater() {
        anyone().body(json("{'code': 'no-capacity'}"))
                .put(link + "/capacity")
                .then()
                .statusCode(200);
        given().get("/services/" + service).then().body("capacity.code", equalTo("no-capacity"));
        clock.advance(Duration.ofHours(25));
        given().get("/services/" + service).then().body("capacity.code", equalTo("unknown"));
        clock.reset();
        admin().body(json("{'code': 'waitlist'}"))
                .put("/services/" + service + "/capacity")
                .then()
                .statusCode(200)
                .body("code", equalTo("waitlist"));
        admin().body(json("{'code': 'waitlist', 'expires_at': '2020-01-01T00:00:00Z'}"))
                .put("/services/" + service + "/capacity")
                .then()
                .statusCode(400);
        admin().body(json("{'code': 'waitlist'}"))
                .put("/services/" + UUID.randomUUID() + "/capacity")
                .then()
                .statusCode(404);
    }

    @Test
    void whoDeclinesIsGoneAtOnceAndNoImportOrEditBringsTheEntryBack() {
        await("the service to be found", this::isFound);
        anyone().body("{}").post(link + "/decline").then().statusCode(400);
        anyone().body(json("{'confirm': true}")).post(link + "/decline").then().statusCode(200);
        given().get("/services/" + service).then().statusCode(404);
        given().get("/fhir/HealthcareService/" + service).then().statusCode(404);
        await("the service to be gone from search", () -> !isFound());
        given().queryParam("organization_id", organization)
                .get("/services")
                .then()
                .body("contents.id", everyItem(not(equalTo(service.toString()))));
        anyone().get(link).then().statusCode(404);
        admin().body(record()).put("/services/" + service).then().statusCode(409);
        var imported = admin().contentType("application/x-ndjson")
                .body(record().replace("\n", " ").getBytes(StandardCharsets.UTF_8))
                .post("/imports?source=neighbour")
                .header("Location");
        await("the import", () -> "completed".equals(admin().get(imported).path("status")));
        admin().get(imported).then().body("totals.redacted", equalTo(1)).body("totals.refused", equalTo(0));
        given().get("/services/" + service).then().statusCode(404);
        given().get("/locations/" + site).then().statusCode(404);
        admin().get("/declined-listings").then().body("declined_listings.service_id", hasItem(service.toString()));
        admin().delete("/declined-listings/" + service).then().statusCode(204);
        admin().body(record()).put("/services/" + service).then().statusCode(201);
    }

    @Test
    void aLinkEndsWithTimeAndWhenItIsTakenBack() {
        clock.advance(Duration.ofDays(15));
        var over = anyone().get(link);
        over.then().statusCode(404);
        clock.reset();
        anyone().get(link).then().statusCode(200);
        admin().delete("/services/" + service + "/invitations").then().statusCode(204);
        var taken = anyone().get(link);
        assertEquals(over.asString(), taken.asString());
        assertEquals(over.asString(), anyone().get("/provider/nosuchtoken").asString());
    }

    @Test
    void aLinkWithoutAKeyDoesNotLiveLikeTheOperators() throws SQLException {
        // As a node of an older version writes one for another key.
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update invitation set created_by = ? where service_id = ?")) {
            update.setString(1, UUID.randomUUID().toString());
            update.setObject(2, service);
            assertEquals(1, update.executeUpdate());
        }
        anyone().get(link).then().statusCode(404);
    }

    @Test
    void thePageWorksWithoutAScriptInBothLanguages() {
        var english = given().accept("text/html").get(link + "/page");
        english.then().statusCode(200).contentType(startsWith("text/html"));
        assertFalse(english.asString().contains("<script") || english.asString().contains("Own house"));
        given().accept("text/html").get(link + "/page?lang=es").then().body(containsString("Sus datos"));
        given().redirects()
                .follow(false)
                .formParam("action", "change")
                .formParam("wait_time", "<b>Soon</b>")
                .formParam("email", "")
                .post(link + "/page")
                .then()
                .statusCode(303);
        given().get("/services/" + service).then().body("wait_time", equalTo("<b>Soon</b>"));
        given().get(link + "/page").then().body(containsString("&lt;b&gt;Soon&lt;/b&gt;"));
        given().redirects()
                .follow(false)
                .formParam("action", "capacity")
                .formParam("code", "waitlist")
                .post(link + "/page")
                .then()
                .statusCode(303);
        given().get("/services/" + service).then().body("capacity.code", equalTo("waitlist"));
        given().formParam("action", "decline").post(link + "/page").then().statusCode(400);
        given().get("/services/" + service).then().statusCode(200);
        given().formParam("action", "decline")
                .formParam("confirm", "true")
                .post(link + "/page")
                .then()
                .statusCode(200);
        given().get("/services/" + service).then().statusCode(404);
        given().get(link + "/page").then().statusCode(404).contentType(startsWith("text/html"));
    }

    @Test
    void aSlipOnThePageKeepsWhatWasTypedAndNamesTheField() {
        given().redirects()
                .follow(false)
                .formParam("action", "change")
                .formParam("wait_time", "A <month>")
                .formParam("url", "not a web page")
                .post(link + "/page?lang=es")
                .then()
                .statusCode(422)
                .body(containsString("No se cambió nada"))
                .body(containsString("Revise, por favor: Página web. Escríbala como https://example.org."))
                .body(containsString("A &lt;month&gt;</textarea>"))
                .body(containsString("not a web page</textarea>"));
        given().get("/services/" + service).then().body("wait_time", nullValue());
        given().get(link + "/page").then().body(not(containsString("role=\"status\"")));
        var next = given().redirects()
                .follow(false)
                .formParam("action", "change")
                .formParam("wait_time", "A month")
                .post(link + "/page?lang=es")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/provider/"))
                .extract()
                .header("Location");
        given().get(next).then().statusCode(200).body(containsString("Guardado"));
    }

    @Test
    void lookingAtThePageChangesNothingAndLoadsNothing() {
        var before = given().get("/services/" + service).asString();
        for (int i = 0; i < 2; i++) {
            given().head(link + "/page").then().statusCode(200);
            given().get(link + "/page?saved=true")
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                    .body(containsString("<title>Your entry</title>"))
                    .body(not(containsString("src=")))
                    .body(not(containsString("http")));
        }
        given().get(link + "/page?action=decline&confirm=true").then().statusCode(400);
        assertEquals(before, given().get("/services/" + service).asString());
    }

    @Test
    void nobodyInvitesWithoutTheScope() {
        anyone().body("{}").post("/services/" + service + "/invitations").then().statusCode(401);
    }
}

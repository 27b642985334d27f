package org.nowrongdoor.directory.verification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.exchange.imports.SeedImport;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SettableClock;

/** Checks of services, and the list of what is to be checked. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class VerificationTest {

    private static final String EMERGENCY = "'attributes': [{'link_type': 'service_type', 'taxonomy_term':"
            + " {'code': 'shelter.emergency', 'name': 'Emergency shelter', 'description': 'Same-day bed'}}],";

    private final UUID id = UUID.randomUUID();

    @Inject
    SettableClock clock;

    @Inject
    SeedImport seed;

    @BeforeEach
    void store() {
        put("/services/" + id, service(id, "")).then().statusCode(201);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Response verify(UUID service, String body) {
        return editor().contentType("application/json")
                .body(json(body))
                .post("/services/" + service + "/verifications");
    }

    private static Response verify(UUID service) {
        return verify(service, "{'method': 'phone', 'role': 'editor'}");
    }

    private List<String> due(String query) {
        var ids = new ArrayList<String>();
        var asked = "/verifications" + (query.isEmpty() ? "?due=" + today() : query);
        var page = editor().get(asked);
        page.then().statusCode(200);
        while (true) {
            ids.addAll(page.path("services.service_id"));
            String next = page.path("next");
            if (next == null) {
                return ids;
            }
            page = editor().get(asked + "&after=" + next);
            page.then().statusCode(200);
        }
    }

    private static Response entry(UUID id) {
        return editor().get("/services/" + id);
    }

    private static String token(UUID service) {
        String url = editor().contentType("application/json")
                .body("{}")
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return url.replaceAll(".*/provider/([^/]+)/page", "$1");
    }

    @Test
    void aCheckIsTheDayOfTheRecordAndTakesItOffTheList() {
        assertTrue(due("").contains(id.toString()), "never checked");
        verify(id)
                .then()
                .statusCode(201)
                .body("service_id", equalTo(id.toString()))
                .body("verified_on", equalTo(today().toString()))
                .body("method", equalTo("phone"))
                .body("role", equalTo("editor"))
                .body("due_on", equalTo(today().plusDays(365).toString()));
        entry(id).then().body("assured_date", equalTo(today().toString()));
        assertFalse(due("").contains(id.toString()), "checked today");
        assertFalse(due("?due=" + today().plusDays(364)).contains(id.toString()));
        assertTrue(due("?due=" + today().plusDays(365)).contains(id.toString()));
        given().get("/services/" + id + "/history")
                .then()
                .body("history.changes.flatten().field", hasItem("/assured_date"));
    }

    @Test
    void aShelterAndAHotlineAreCheckedEveryNinetyDays() {
        var shelter = UUID.randomUUID();
        var hotline = UUID.randomUUID();
        put("/services/" + shelter, service(shelter, json(EMERGENCY))).then().statusCode(201);
        put("/services/" + hotline, service(hotline, json("'kind': 'hotline',")))
                .then()
                .statusCode(201);
        for (var soon : List.of(shelter, hotline)) {
            verify(soon)
                    .then()
                    .statusCode(201)
                    .body("due_on", equalTo(today().plusDays(90).toString()));
            assertFalse(due("?due=" + today().plusDays(89)).contains(soon.toString()));
            assertTrue(due("?due=" + today().plusDays(90)).contains(soon.toString()));
        }
    }

    @Test
    void theOldestCheckComesFirstAndAPageIsReadOnWhileServicesAreChecked() {
        var key = editor().contentType("application/json");
        var owner = UUID.randomUUID();
        put("/organizations/" + owner, json("{'name': 'Many', 'description': 'Many'}"))
                .then()
                .statusCode(201);
        String own = key.body(json(
                        "{'name': 'own', 'scopes': ['directory:write'], 'organization_id': '%s'}".formatted(owner)))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        var lines = new StringBuilder();
        var all = new HashSet<String>();
        for (int i = 0; i < 130; i++) {
            var one = UUID.randomUUID();
            all.add(one.toString());
            var checked = i % 3 == 0 ? "" : "'assured_date': '%s',".formatted(today().minusDays(400 + i % 7));
            var kind = i % 5 == 0 ? "'kind': 'hotline'," : "";
            if (i % 10 == 0 && i % 3 != 0) {
                checked = "'assured_date': '%s',".formatted(today().minusDays(100 + i % 7));
            }
            lines.append(json("{'id': '%s', 'name': 'Due', 'status': 'active', %s %s 'organization_id': '%s'}\n"
                    .formatted(one, checked, kind, owner)));
        }
        importLines("", lines.toString()).then().body("totals.added", equalTo(130));
        var seen = new ArrayList<String>();
        var days = new ArrayList<String>();
        String next = null;
        do {
            var page = given().auth()
                    .oauth2(own)
                    .get("/verifications" + (next == null ? "" : "?after=" + next))
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> ids = page.path("services.service_id");
            List<String> checked = page.path("services.verified_on");
            seen.addAll(ids);
            checked.forEach(day -> days.add(day == null ? "" : day));
            next = page.path("next");
            // Someone works on the list while it is read.
            verify(UUID.fromString(ids.get(ids.size() - 1))).then().statusCode(201);
        } while (next != null);
        assertEquals(all, new HashSet<>(seen));
        assertEquals(all.size(), seen.size(), "none twice");
        assertEquals(days.stream().sorted().toList(), days);
    }

    @Test
    void whatIsNoDayOrNoPageIsRefusedWithItsBounds() {
        for (var day : List.of("tomorrow", "-999999999-01-01", "+12026-01-01", "1999-12-31", "2100-01-02")) {
            editor().queryParam("due", day)
                    .get("/verifications")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("due must be"));
        }
        for (var after : List.of("x", "2026-13-01_" + id, "never_" + id + "0", "'; drop table service; --")) {
            editor().queryParam("after", after)
                    .get("/verifications")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("after must be"));
        }
    }

    @Test
    void aCheckSaysHowAndByWhatSortOfPerson() {
        for (var body : List.of(
                "{'method': 'guess', 'role': 'editor'}",
                "{'method': 'phone', 'role': 'Jane Doe'}",
                "{'method': 'phone'}",
                "{'role': 'editor'}",
                "{'method': 'link', 'role': 'provider'}",
                "{'method': 'phone', 'role': 'editor', 'verified_on': '2020-01-01'}",
                "{'method': ['phone'], 'role': 'editor'}",
                "[]",
                "null")) {
            verify(id, body).then().statusCode(400);
        }
        verify(UUID.randomUUID()).then().statusCode(404);
        entry(id).then().body("assured_date", nullValue());
    }

    @Test
    void theProviderChecksItsOwnEntryByItsLink() {
        var token = token(id);
        given().post("/provider/" + token + "/verifications")
                .then()
                .statusCode(201)
                .body("method", equalTo("link"))
                .body("role", equalTo("provider"));
        given().header("If-Match", "\"old\"")
                .post("/provider/" + token + "/verifications")
                .then()
                .statusCode(412);
        given().post("/provider/unknown/verifications").then().statusCode(404);
        assertTrue(due("?due=" + today().plusDays(365)).contains(id.toString()));
    }

    @Test
    void theProviderChecksItsOwnEntryOnItsPage() {
        var token = token(id);
        var page = given().get("/provider/" + token + "/page").asString();
        assertTrue(page.contains("Never checked") && page.contains("Everything is right"), page);
        var version = page.replaceFirst("(?s).*?name=\"version\" value=\"([^\"]*)\".*", "$1")
                .replace("&quot;", "\"");
        given().redirects()
                .follow(false)
                .formParam("action", "verify")
                .formParam("version", version)
                .post("/provider/" + token + "/page")
                .then()
                .statusCode(303);
        entry(id).then().body("assured_date", equalTo(today().toString()));
        assertTrue(
                given().get("/provider/" + token + "/page?lang=es").asString().contains("Última revisión"));
        // What was seen before is not what stands there now.
        given().formParam("action", "verify")
                .formParam("version", version)
                .post("/provider/" + token + "/page")
                .then()
                .statusCode(412);
    }

    @Test
    void anImportTakesNoCheckAway() {
        verify(id).then().statusCode(201);
        var line = service(id, "") + "\n";
        importLines("", line).then().body("totals.unchanged", equalTo(1));
        entry(id).then().body("assured_date", equalTo(today().toString()));
        importLines("", service(id, json("'assured_date': '2020-01-01',")) + "\n");
        entry(id).then().body("assured_date", equalTo(today().toString()));
        // An editor has seen the day, and takes it back.
        replace("/services/" + id, service(id, "")).then().statusCode(200);
        entry(id).then().body("assured_date", nullValue());
        assertTrue(due("").contains(id.toString()));
    }

    @Test
    void whatComesWithTheProgramWasCheckedByNoOne() throws IOException {
        var packaged = UUID.randomUUID();
        var file = "["
                + service(
                        packaged,
                        json("'assured_date': '2026-01-01', 'facts': {'curfew': {'value': 'yes',"
                                + " 'source_url': 'https://shelter.example', 'verified_on': '2026-01-01'}},"))
                + "]";
        seed.load("test.json", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        entry(packaged)
                .then()
                .statusCode(200)
                .body("assured_date", nullValue())
                .body("facts.curfew.value", equalTo("yes"))
                .body("facts.curfew.verified_on", nullValue());
    }

    @Test
    void noOneHasCheckedAnythingInTheDaysToCome() {
        var late = today().plusDays(2).toString();
        put("/services/" + UUID.randomUUID(), json("{'name': 'Late', 'status': 'active', 'assured_date': '%s'}", late))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/assured_date"));
        var imported = UUID.randomUUID();
        importLines("", service(imported, json("'assured_date': '%s',", late)) + "\n")
                .then()
                .body("totals.added", equalTo(1));
        entry(imported).then().statusCode(200).body("assured_date", nullValue());
        var tomorrow = today().plusDays(1).toString();
        put(
                        "/services/" + UUID.randomUUID(),
                        json("{'name': 'Far east', 'status': 'active', 'assured_date': '%s'}", tomorrow))
                .then()
                .statusCode(201);
    }

    @Test
    void aSearchShowsWhenACheckHasRunOut() {
        var name = "Zyxwell" + id.toString().substring(0, 8).replaceAll("[0-9]", "q");
        var hotline = UUID.randomUUID();
        put("/services/" + hotline, service(hotline, json("'kind': 'hotline',")).replace("Open Door", name))
                .then()
                .statusCode(201);
        verify(hotline).then().statusCode(201);
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Response found;
        do {
            found = given().contentType("application/json")
                    .body(json("{'q': '%s'}", name))
                    .post("/search");
        } while (!today().toString().equals(found.path("hits[0].freshness.verified_on")) && System.nanoTime() < end);
        found.then().body("hits[0].freshness.stale", equalTo(false));
        clock.advance(Duration.ofDays(91));
        given().contentType("application/json")
                .body(json("{'q': '%s'}", name))
                .post("/search")
                .then()
                .body("hits[0].freshness.stale", equalTo(true));
    }

    @Test
    void whatIsClosedForGoodIsOnNoList() {
        var closed = UUID.randomUUID();
        put("/services/" + closed, service(closed, "").replace("active", "defunct"))
                .then()
                .statusCode(201);
        assertFalse(due("").contains(closed.toString()));
        editor().header("If-Match", "*").delete("/services/" + id).then().statusCode(204);
        editor().get("/verifications").then().statusCode(200).body("services.service_id", not(hasItem(id.toString())));
    }
}

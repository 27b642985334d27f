package org.nowrongdoor.exchange.provider;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A provider and an editor change one entry at the same time, and a provider asks for more than it may have. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class ProviderChangeTest {

    private final UUID id = UUID.randomUUID();
    private String link;

    @BeforeEach
    void invite() {
        put("/services/" + id, service(id, json("'wait_time': 'One week', 'alert': 'Old alert',")))
                .then()
                .statusCode(201);
        String url = editor().contentType("application/json")
                .body("{}")
                .post("/services/" + id + "/invitations")
                .path("url");
        link = url.replaceFirst(".*(/provider/[^/]+)/page", "$1");
    }

    private void edit(String patch) {
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json(patch))
                .patch("/services/" + id)
                .then()
                .statusCode(200);
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(field.find(), name + " is in the form: " + page);
        return field.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** The form of a page as a browser sends it, with another text in one field. */
    private Response send(String page, String field, String text) {
        var form = given().redirects().follow(false).formParam("action", "change");
        form.formParam("version", hidden(page, "version"));
        for (var name : ProviderPage.FIELDS) {
            var seen = hidden(page, "seen_" + name);
            form.formParam("seen_" + name, seen).formParam(name, name.equals(field) ? text : seen);
        }
        return form.post(link + "/page");
    }

    @Test
    void aFormOfAnOlderStateIsAnsweredWithThePresentOne() {
        var page = given().get(link + "/page").asString();
        edit("{'alert': 'New alert', 'wait_time': 'Three weeks'}");
        var answer = send(page, "wait_time", "Two weeks");
        answer.then()
                .statusCode(412)
                .body(containsString("Someone else changed your entry"))
                .body(containsString("New alert</textarea>"))
                .body(containsString("Two weeks</textarea>"))
                .body(not(containsString("If-Match")));
        given().get("/services/" + id)
                .then()
                .body("alert", equalTo("New alert"))
                .body("wait_time", equalTo("Three weeks"));
        assertEquals(303, send(answer.asString(), "wait_time", "Two weeks").statusCode());
        given().get("/services/" + id)
                .then()
                .body("alert", equalTo("New alert"))
                .body("wait_time", equalTo("Two weeks"));
    }

    @Test
    void onlyWhatTheProviderChangedIsWritten() {
        var page = given().get(link + "/page").asString();
        assertEquals(303, send(page, "alert", "").statusCode());
        given().get("/services/" + id).then().body("alert", nullValue()).body("wait_time", equalTo("One week"));
    }

    @Test
    void aFormWithoutAChangeWritesNothingOver() {
        var page = given().get(link + "/page").asString();
        edit("{'alert': 'New alert'}");
        send(page, "none", "");
        given().get("/services/" + id).then().body("alert", equalTo("New alert"));
    }

    @Test
    void whatWaitsForAnEditorIsToldAndTheRestIsTaken() {
        edit("{'location_policy': 'confidential'}");
        given().contentType("application/merge-patch+json")
                .body(json("{'location_policy': 'public', 'wait_time': 'Two days'}"))
                .patch(link)
                .then()
                .statusCode(202)
                .body("taken", equalTo(List.of("wait_time")))
                .body("waiting[0].field", equalTo("location_policy"))
                .body("waiting[0].value", equalTo("public"))
                .body("waiting[0].why", containsString("editor"))
                .body("service.wait_time", equalTo("Two days"))
                .body("service.location_policy", equalTo("confidential"));
        given().contentType("application/merge-patch+json")
                .body(json("{'wait_time': 'Four days'}"))
                .patch(link)
                .then()
                .statusCode(200)
                .body("taken", equalTo(List.of("wait_time")))
                .body("waiting", nullValue());
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        edit("{'location_policy': 'confidential'}");
        given().contentType("application/merge-patch+json")
                .body(json("{'location_policy': 'public', 'url': 'no web page'}"))
                .patch(link)
                .then()
                .statusCode(422);
        editor().post("/services/" + id + "/policy-approvals").then().statusCode(404);
    }
}

package org.nowrongdoor.exchange.vetting;

import static io.restassured.RestAssured.given;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.Json.json;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.nowrongdoor.support.DirectoryForTests;

/** An organisation with a service, and those who look into it.
 *  @param service its service, of which it has a link */
record VettedOrganization(UUID service) {

    private static final String ADMIN = "nwd_admin-of-the-tests";

    static VettedOrganization stored(String more) {
        var made = new VettedOrganization(UUID.randomUUID());
        put("/services/" + made.service, DirectoryForTests.service(made.service, more))
                .then()
                .statusCode(201);
        return made;
    }

    UUID id() {
        return new UUID(7, service.getLeastSignificantBits());
    }

    String path() {
        return "/organizations/" + id() + "/vetting";
    }

    /** The file as anyone sees it. */
    ValidatableResponse file() {
        return given().get(path()).then().statusCode(200);
    }

    /** The file as those who vet see it. */
    ValidatableResponse wholeFile() {
        return editor().get(path()).then().statusCode(200);
    }

    Response say(String key, String body) {
        return with(key).body(json(body)).post(path());
    }

    /** A concern that one organisation files.
     *  @return its id */
    String filed(String key, String says) {
        return say(
                        key,
                        "{'concerns': [{'code': 'demand_reduction', 'says': '" + says
                                + "', 'evidence': [{'source_url': 'https://news.example/law'}]}]}")
                .then()
                .statusCode(201)
                .extract()
                .path("concerns[-1].id");
    }

    Response review(String key, String concern, String decision) {
        return with(key).body(json("{'decision': '%s'}", decision)).post(path() + "/" + concern + "/reviews");
    }

    /** The token of a link of its own. */
    String token() {
        String url = editor().contentType("application/json")
                .body("{}")
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return url.replaceFirst(".*/provider/([^/]+)/page", "$1");
    }

    /** @param text a text of JSON in single quotes, or null */
    Response reply(String token, String concern, String text) {
        return given().contentType("application/json")
                .body(json("{'token': '" + token + "', 'text': " + text + "}"))
                .post(path() + "/" + concern + "/reply");
    }

    /** A key of a new organisation, with a scope. */
    static String key(String scope) {
        return key(UUID.randomUUID(), scope);
    }

    static String key(UUID organization, String scope) {
        return with(ADMIN)
                .body(json("{'name': 'k', 'scopes': ['%s'], 'organization_id': '%s'}", scope, organization))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}

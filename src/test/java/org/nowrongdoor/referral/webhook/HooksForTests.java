package org.nowrongdoor.referral.webhook;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Subscriptions as a caller makes and reads them. */
final class HooksForTests {

    static final String ADMIN = "nwd_admin-of-the-tests";

    private HooksForTests() {}

    /** A key that was given out. */
    record Key(String id, String key) {}

    static RequestSpecification with(String key) {
        return given().auth().oauth2(key).contentType("application/json");
    }

    static Response post(String key, String url) {
        return with(key)
                .body(Map.of("url", url, "events", List.of("referral.updated")))
                .post("/webhooks");
    }

    static JsonPath subscribe(String key, String url) {
        var answer = post(key, url);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    static Key keyOf(UUID organization) {
        return keyOf(Map.of(
                "name", "Hooks", "scopes", List.of("referrals:write"), "organization_id", organization.toString()));
    }

    static Key keyOf(Map<String, Object> wanted) {
        var made = with(ADMIN).body(wanted).post("/keys").jsonPath();
        return new Key(made.getString("id"), made.getString("key"));
    }

    static List<Map<String, Object>> deliveries(String hook, String status) {
        return with(ADMIN)
                .get("/webhooks/" + hook + "/deliveries?status=" + status)
                .jsonPath()
                .getList("deliveries");
    }

    static JsonPath hook(String id) {
        return with(ADMIN).get("/webhooks/" + id).jsonPath();
    }
}

package org.nowrongdoor.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Invented services, keys of invented organisations, and referrals between them. */
public final class ReferralForTests {

    public static final String ADMIN = "nwd_admin-of-the-tests";
    static final UUID SENDER = id("an organisation that sends");
    public static final UUID PROVIDER = id("an organisation that runs services");
    static final UUID STRANGER = id("an organisation that has nothing to do with it");

    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private ReferralForTests() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** A key of an organisation, made once for each start of the server. */
    public static String key(UUID organization, String... scopes) {
        var name = System.getProperty("test.url", "") + RestAssured.port + organization + List.of(scopes);
        return KEYS.computeIfAbsent(
                name,
                fresh -> with(ADMIN)
                        .body("""
                        {"name": "test", "organization_id": "%s", "scopes": ["%s"]}""".formatted(organization, String.join("\", \"", scopes)))
                        .post("/keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("key"));
    }

    public static String sender() {
        return key(SENDER, "referrals:write");
    }

    public static String provider() {
        return key(PROVIDER, "referrals:answer");
    }

    public static String stranger() {
        return key(STRANGER, "referrals:write", "referrals:answer");
    }

    /** Stores a service of the provider's organisation.
     *  @param rest more of its record, with a comma before it */
    public static UUID service(String name, String rest) {
        var body = """
                {"id": "%s", "name": "%s", "status": "active", "organization": {"id": "%s", "name": "Provider", "description": "Runs things."},
                 "phones": [{"number": "612-555-0101", "type": "voice"}]%s}""".formatted(id(name), name, PROVIDER, rest);
        var status = with(ADMIN)
                .header("If-Match", "*")
                .body(body)
                .put("/services/" + id(name))
                .statusCode();
        if (status == 412 || status == 428) {
            status = with(ADMIN).body(body).put("/services/" + id(name)).statusCode();
        }
        assertTrue(status == 200 || status == 201, "storing " + name + " answered " + status);
        return id(name);
    }

    public static UUID plainService() {
        return service("Plain door", "");
    }

    public static ValidatableResponse send(String key, String body) {
        return with(key).body(body).post("/referrals").then();
    }

    /** Sends a referral to a service, with more in the body after a comma. */
    public static UUID sent(UUID service, String rest) {
        return UUID.fromString(
                send(sender(), body(service, rest)).statusCode(201).extract().path("id"));
    }

    public static String body(UUID service, String rest) {
        return json("{'service_id': '%s'%s}", service, rest);
    }

    public static ValidatableResponse move(String key, UUID referral, String body) {
        return with(key)
                .body(body)
                .post("/referrals/" + referral + "/transitions")
                .then();
    }

    public static ValidatableResponse moved(String key, UUID referral, String to) {
        return move(key, referral, json("{'to': '%s'}", to)).statusCode(200);
    }

    /** Person and consent as members of a body, with a comma before them. */
    public static String person(String canary, String expiresAt) {
        return """
                , "person": {"alias": "%1$s-alias", "contact": [{"channel": "phone", "value": "%1$s-number",
                    "safe_to": {"call": true, "text": false, "voicemail": false}, "code_word": "%1$s-word"}], "note": "%1$s-note"},
                  "consent": {"given_by": "%1$s-giver", "method": "written", "to": "Plain door", "purpose": "%1$s-purpose",
                    "expires_at": "%2$s"}""".formatted(canary, expiresAt);
    }

    public static String token(String answerUrl) {
        return answerUrl.substring(answerUrl.lastIndexOf('/') + 1);
    }
}

package org.nowrongdoor.drill;

import static io.restassured.RestAssured.given;
import static org.nowrongdoor.support.Json.json;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** What one organisation owns, and the key of another that asks for it. */
public final class ForeignThings {

    /** One question about something that has an owner.
     *  @param path with {@code %s} where the id stands
     *  @param foreign the id of another's record */
    public record Door(String method, String path, String body, String foreign) {

        String name() {
            return method + " " + path.formatted("{id}");
        }
    }

    private static final String ADMIN = "nwd_admin-of-the-tests";
    private static final String OWNER = UUID.randomUUID().toString();
    private static final String PROVIDER = UUID.randomUUID().toString();

    public final String stranger;
    public final List<Door> doors;

    public ForeignThings() {
        String[] scopes = {"referrals:write", "referrals:answer", "keys:admin", "directory:write", "directory:approve"};
        var owner = key(OWNER, scopes);
        stranger = key(UUID.randomUUID().toString(), scopes);
        String run = with(owner)
                .body("[]")
                .post("/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var proposed = proposed();
        var referral = referral(owner, service("Foreign door", ""));
        var draft = referral(
                owner, service("Asked first", json(", 'facts': {'contact_preference': {'value': 'partners_only'}}")));
        String webhook = with(owner)
                .body("{\"url\": \"https://hooks.invalid/hook\", \"events\": [\"referral.updated\"]}")
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String key = with(owner)
                .body(json("{'name': 'mine', 'scopes': ['referrals:write']}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var move = json("{'to': 'cancelled', 'reason': {'code': 'other'}}");
        doors = List.of(
                new Door("GET", "/referrals/%s", "", referral),
                new Door("GET", "/referrals/%s", "", draft),
                new Door("GET", "/referrals/%s/events", "", referral),
                new Door("POST", "/referrals/%s/transitions", move, referral),
                new Door("DELETE", "/referrals/%s", "", referral),
                new Door("GET", "/fhir/Task/%s", "", referral),
                new Door("GET", "/fhir/ServiceRequest/%s", "", referral),
                new Door("GET", "/webhooks/%s", "", webhook),
                new Door("DELETE", "/webhooks/%s", "", webhook),
                new Door("GET", "/webhooks/%s/deliveries", "", webhook),
                new Door("POST", "/webhooks/%s/deliveries/" + UUID.randomUUID() + "/replay", "", webhook),
                new Door("POST", "/webhooks/%s/resume", "", webhook),
                new Door("GET", "/keys/%s", "", key),
                new Door("DELETE", "/keys/%s", "", key),
                new Door("POST", "/keys/%s/rotation", "{}", key),
                new Door("GET", "/imports/%s", "", run),
                new Door("GET", "/imports/%s/faults", "", run),
                new Door("GET", "/services/%s/outcomes", "", proposed),
                new Door("POST", "/services/%s/invitations", "{}", proposed),
                new Door("DELETE", "/services/%s/invitations", "", proposed),
                new Door("POST", "/services/%s/policy-approvals", "{}", proposed),
                new Door("DELETE", "/declined-listings/%s", "", declined()),
                new Door("GET", "/provider/%s", "", takenBack()),
                new Door("GET", "/provider/%s/vetting", "", takenBack()));
    }

    /** A service for which a less strict policy is proposed. */
    private static String proposed() {
        var service = service("Proposed", json(", 'location_policy': 'confidential'"));
        with(key(PROVIDER, "directory:write"))
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("{'location_policy': 'public'}"))
                .patch("/services/" + service)
                .then()
                .statusCode(202);
        return service;
    }

    private static String declined() {
        var service = service("Declined", "");
        String url = with(ADMIN)
                .body("{}")
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        with(ADMIN)
                .body(json("{'confirm': true}"))
                .post(url.replaceAll(".*(/provider/[^/]+)/page", "$1/decline"))
                .then()
                .statusCode(200);
        return service;
    }

    /** A link of an invitation that was taken back; a link that never was is the other. */
    private static String takenBack() {
        var service = service("Invited once", "");
        String url = with(ADMIN)
                .body("{}")
                .post("/services/" + service + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        with(ADMIN).delete("/services/" + service + "/invitations").then().statusCode(204);
        return url.replaceAll(".*/provider/([^/]+)/page", "$1");
    }

    /** Ids of nothing, in the shape of ids that exist. */
    static String missing(String foreign) {
        return foreign.length() == 36
                ? UUID.randomUUID().toString()
                : new StringBuilder(foreign).reverse().toString();
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static String key(String organization, String... scopes) {
        return with(ADMIN)
                .body(json("{'name': 'drill', 'organization_id': '%s', 'scopes': ['%s']}")
                        .formatted(organization, String.join("\", \"", scopes)))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static String service(String name, String rest) {
        var id = UUID.randomUUID().toString();
        with(ADMIN)
                .body("""
                        {"id": "%s", "name": "%s", "status": "active",
                         "organization": {"id": "%s", "name": "Provider", "description": "Runs things."},
                         "phones": [{"number": "612-555-0101", "type": "voice"}]%s}""".formatted(id, name, PROVIDER, rest))
                .put("/services/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static String referral(String owner, String service) {
        return with(owner)
                .body(json("{'service_id': '%s'}", service))
                .post("/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

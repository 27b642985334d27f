package org.nowrongdoor.drill;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A directory with places that must stay hidden, stored through every door that there is.
 *  @param others what the placeholders of other paths than those of records may be filled with
 *  @param partner a key with an organisation and every scope */
record HiddenDirectory(Set<String> others, String partner) {

    static final String ADMIN = "nwd_admin-of-the-tests";

    private static final List<HiddenPlaces> SENT = List.of(
            HiddenPlaces.of(0, "confidential", "public"),
            HiddenPlaces.of(20, "hidden", "public"),
            HiddenPlaces.of(40, "public", "confidential"),
            HiddenPlaces.of(60, "public", "hidden"),
            HiddenPlaces.of(80, "confidential", "hidden"));

    /** Imported, refused, and published before their policy was tightened, that of the service or that of the place. */
    private static final HiddenPlaces IMPORTED = HiddenPlaces.of(100, "confidential", "public");

    private static final HiddenPlaces REFUSED = HiddenPlaces.of(120, "hidden", "public");
    static final HiddenPlaces TIGHTENED = HiddenPlaces.of(140, "public", "public");
    private static final HiddenPlaces MOVED = HiddenPlaces.of(160, "public", "public");

    /** Public, so that it is seen that the walk sees. */
    static final HiddenPlaces PUBLIC = HiddenPlaces.of(180, "public", "public");

    private static final HiddenPlaces LAST = HiddenPlaces.of(200, "public", "public");

    /** Every place that must not be found. */
    static List<HiddenPlaces> hidden() {
        var all = new ArrayList<>(SENT);
        all.addAll(List.of(IMPORTED, REFUSED, TIGHTENED, MOVED));
        return all;
    }

    /** What the placeholders of a path may be filled with. */
    Set<String> names(String endpoint) {
        return switch (endpoint.split("/", -1)[1]) {
            case "services" -> ids(HiddenPlaces::service);
            case "locations" -> ids(HiddenPlaces::place);
            case "service_at_locations" -> ids(HiddenPlaces::at);
            case "organizations" -> ids(HiddenPlaces::organization);
            default -> new LinkedHashSet<>(others);
        };
    }

    private static Set<String> ids(Function<HiddenPlaces, UUID> of) {
        var ids = new LinkedHashSet<String>();
        hidden().forEach(hidden -> ids.add(of.apply(hidden).toString()));
        ids.add(of.apply(PUBLIC).toString());
        return ids;
    }

    static HiddenDirectory store() {
        for (var hidden : List.of(PUBLIC, TIGHTENED, MOVED)) {
            put(hidden, hidden.json(), 201);
        }
        SENT.forEach(hidden -> put(hidden, hidden.json(), 201));
        for (var hidden : List.of(SENT.get(0), SENT.get(3), TIGHTENED, MOVED, PUBLIC)) {
            vet(hidden);
        }
        put(REFUSED, REFUSED.json().replace("active", "at " + REFUSED.house() + " " + REFUSED.street()), 422);
        var run = given().header("Authorization", "Bearer " + ADMIN)
                .contentType("application/x-ndjson")
                .body(IMPORTED.json().getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await(() -> {
            var now = given().header("Authorization", "Bearer " + ADMIN).get(run);
            return !"queued running".contains(now.path("status").toString());
        });
        // They lie in the index and in the history before they must be forgotten.
        awaitIndexed(PUBLIC, TIGHTENED, MOVED);
        patch("/services/" + TIGHTENED.service(), json("{'location_policy': 'confidential'}"));
        patch("/locations/" + MOVED.place(), json("{'location_policy': 'hidden'}"));
        put(LAST, LAST.json(), 201);
        awaitIndexed(LAST);
        return others(run);
    }

    /** Whatever else can be read has to be there too. */
    private static HiddenDirectory others(String run) {
        var names = new LinkedHashSet<>(List.of(
                "27053",
                "MN",
                "MN/minneapolis",
                "not-found",
                "612-555-0198",
                UUID.randomUUID().toString(),
                run.substring(run.lastIndexOf('/') + 1)));
        send(ADMIN, "PUT", "/retired-numbers/612-555-0198", json("{'reason': 'the line is closed'}"));
        String partner = send(ADMIN, "POST", "/keys", """
                        {"name": "walk", "organization_id": "%s", "scopes": ["referrals:write", "referrals:answer",
                         "directory:write", "directory:approve", "directory:vet", "stats:read", "keys:admin"]}""".formatted(PUBLIC.organization()))
                .path("key");
        var service = SENT.get(0).service();
        send(partner, "POST", "/services/" + service + "/corrections", json("{'text': 'The number has changed.'}"));
        var referral = send(partner, "POST", "/referrals", """
                {"service_id": "%s", "needs": ["shelter.emergency"], "priority": "routine", "acknowledged": []}""".formatted(service));
        var answer = Pattern.compile("/answer/([\\w-]+)").matcher(referral.asString());
        if (answer.find()) {
            names.add(answer.group(1));
        }
        names.add(referral.path("id"));
        var invitation = Pattern.compile("/provider/([\\w-]+)")
                .matcher(send(ADMIN, "POST", "/services/" + service + "/invitations", "{}")
                        .asString());
        if (invitation.find()) {
            names.add(invitation.group(1));
        }
        send(partner, "POST", "/webhooks", """
                {"url": "https://partner.example/hook", "events": ["referral.updated"]}""");
        return new HiddenDirectory(names, partner);
    }

    private static void put(HiddenPlaces place, String body, int status) {
        send(ADMIN, "PUT", "/services/" + place.service(), body).then().statusCode(status);
    }

    private static Response send(String key, String method, String path, String body) {
        return given().header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .request(method, path);
    }

    /** Writes where it is into the vetting file of its organisation. */
    private static void vet(HiddenPlaces place) {
        var at = "At " + place.house() + " " + place.street() + " Street.";
        send(ADMIN, "POST", "/organizations/" + place.organization() + "/vetting", json("""
                        {'answers': [{'question': 'community_relationship', 'value': 'no', 'as_stated': '%1$s',
                          'evidence': [{'as_stated': '%1$s'}]}],
                         'concerns': [{'code': 'other', 'says': '%1$s',
                          'evidence': [{'source_url': 'https://news.example/1', 'as_stated': '%1$s'}]}]}""", at))
                .then()
                .statusCode(201);
    }

    private static void patch(String path, String body) {
        given().header("Authorization", "Bearer " + ADMIN)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static void awaitIndexed(HiddenPlaces... places) {
        await(() -> {
            var found = given().get("/search?need=shelter.emergency&size=100").asString();
            return List.of(places).stream()
                    .allMatch(place -> found.contains(place.service().toString()));
        });
    }

    static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "waited in vain");
            LockSupport.parkNanos(5_000_000);
        }
    }
}

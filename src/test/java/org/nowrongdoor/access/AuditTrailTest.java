package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Every deed that takes a key leaves an entry: who, what, when, which record. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditTrailTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";

    // It stores nothing and changes nothing.
    private static final Set<String> NO_DEED = Set.of("POST /referrals/preview");

    private final Map<String, Supplier<Response>> deeds = new LinkedHashMap<>();
    private final String service = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private final String organization = UUID.randomUUID().toString();
    private final String location = UUID.randomUUID().toString();
    private final String term = UUID.randomUUID().toString();
    private String referral = "";
    private String webhook = "";
    private String key = "";
    private String concern = "";

    private static RequestSpecification staff() {
        return given().header("Authorization", "Bearer " + ADMIN)
                .header("If-Match", "*")
                .contentType("application/json");
    }

    private static RequestSpecification patching() {
        return given().header("Authorization", "Bearer " + ADMIN)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json");
    }

    private static RequestSpecification fresh() {
        return given().header("Authorization", "Bearer " + ADMIN).contentType("application/json");
    }

    private void editing() {
        deeds.put(
                "PUT /organizations/{id}",
                () -> fresh().body(json("{'name':'Audited','description':'d'}")).put("/organizations/" + organization));
        deeds.put(
                "PATCH /organizations/{id}",
                () -> patching().body(json("{'name':'Changed'}")).patch("/organizations/" + organization));
        deeds.put(
                "PUT /locations/{id}",
                () -> fresh().body(json("{'location_type':'virtual','location_policy':'confidential'}"))
                        .put("/locations/" + location));
        deeds.put(
                "PATCH /locations/{id}",
                () -> patching().body(json("{'name':'Changed'}")).patch("/locations/" + location));
        deeds.put(
                "PUT /taxonomy_terms/{id}",
                () -> fresh().body(
                                json("{'name':'Audited','code':'audited.%s','description':'d'}", term.substring(0, 8)))
                        .put("/taxonomy_terms/" + term));
        deeds.put(
                "PATCH /taxonomy_terms/{id}",
                () -> patching().body(json("{'description':'e'}")).patch("/taxonomy_terms/" + term));
        deeds.put(
                "PUT /services/{id}",
                () -> fresh().body(json("{'name':'Audited','status':'active','location_policy':'confidential'}"))
                        .put("/services/" + service));
        deeds.put(
                "PATCH /services/{id}",
                () -> patching().body(json("{'name':'Changed'}")).patch("/services/" + service));
        deeds.put(
                "PUT /services/{id}/capacity",
                () -> staff().body(json("{'code':'capacity'}")).put("/services/" + service + "/capacity"));
        deeds.put(
                "POST /services/{id}/verifications",
                () -> staff().body(json("{'method':'phone','role':'editor'}"))
                        .post("/services/" + service + "/verifications"));
        deeds.put(
                "POST /services/{id}/invitations",
                () -> staff().body("{}").post("/services/" + service + "/invitations"));
        deeds.put("DELETE /services/{id}/invitations", () -> staff().delete("/services/" + service + "/invitations"));
        deeds.put("POST /services/{id}/policy-approvals", () -> approved("services", service));
        deeds.put("POST /locations/{id}/policy-approvals", () -> approved("locations", location));
        deeds.put(
                "PUT /retired-numbers/{number}",
                () -> staff().body(json("{'reason':'the line closed'}")).put("/retired-numbers/+13205550108"));
        deeds.put("DELETE /retired-numbers/{number}", () -> staff().delete("/retired-numbers/+13205550108"));
        deeds.put("PUT /legal-notes/{id}", () -> staff().body("""
                                {"topics": ["fosta"], "text": {"en": "A test.", "es": "Una prueba."},
                                 "citation": "Test statute 3", "source_url": "https://law.example/3", "as_of": "2026"}""").put("/legal-notes/" + other));
        deeds.put("DELETE /legal-notes/{id}", () -> staff().delete("/legal-notes/" + other));
        deeds.put("POST /corrections/{id}/decision", this::decided);
        deeds.put("POST /organizations/{id}/vetting", this::vetted);
        deeds.put(
                "POST /organizations/{id}/vetting/{concern}/reviews",
                () -> staff().body(json("{'decision':'confirm'}")).post(concern + "/reviews"));
        deeds.put("DELETE /organizations/{id}/vetting/{concern}", () -> staff().delete(concern));
        deeds.put("DELETE /declined-listings/{id}", this::lifted);
        deeds.put(
                "POST /imports",
                () -> given().header("Authorization", "Bearer " + ADMIN)
                        .contentType("application/x-ndjson")
                        .body(json("{'name':'Imported','status':'active'}\n").getBytes(StandardCharsets.UTF_8))
                        .post("/imports?dry_run=true"));
    }

    private void handing() {
        deeds.put("POST /referrals", () -> {
            var sent = staff().body(json("{'service_id':'%s'}", service)).post("/referrals");
            referral = sent.path("id");
            return sent;
        });
        deeds.put("POST /webhooks", () -> {
            var made = staff().body("{\"url\":\"https://hooks.invalid/hook\",\"events\":[\"referral.updated\"]}")
                    .post("/webhooks");
            webhook = made.path("id");
            return made;
        });
        deeds.put(
                "POST /referrals/{id}/transitions",
                () -> staff().body(json("{'to':'received'}")).post("/referrals/" + referral + "/transitions"));
        deeds.put("POST /webhooks/{id}/deliveries/{delivery_id}/replay", this::replayed);
        deeds.put("DELETE /referrals/{id}", () -> staff().delete("/referrals/" + referral));
        deeds.put("POST /webhooks/{id}/resume", () -> staff().post("/webhooks/" + webhook + "/resume"));
        deeds.put("DELETE /webhooks/{id}", () -> staff().delete("/webhooks/" + webhook));
    }

    private void keeping() {
        deeds.put("POST /keys", () -> {
            var made = staff().body(json("{'name':'audited','scopes':['stats:read']}"))
                    .post("/keys");
            key = made.path("id");
            return made;
        });
        deeds.put("POST /keys/{id}/rotation", () -> staff().body("{}").post("/keys/" + key + "/rotation"));
        deeds.put("DELETE /keys/{id}", () -> staff().delete("/keys/" + key));
        deeds.put("DELETE /services/{id}", () -> staff().delete("/services/" + service));
        deeds.put("DELETE /locations/{id}", () -> staff().delete("/locations/" + location));
        deeds.put("DELETE /organizations/{id}", () -> staff().delete("/organizations/" + organization));
        deeds.put("DELETE /taxonomy_terms/{id}", () -> staff().delete("/taxonomy_terms/" + term));
    }

    /** Proposed with a key, approved by the admin: two people. */
    private Response approved(String what, String id) {
        String editor = staff().body(json("{'name':'editor','scopes':['directory:write']}"))
                .post("/keys")
                .path("key");
        var proposed = given().header("Authorization", "Bearer " + editor)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(json("{'location_policy':'public'}"))
                .patch("/" + what + "/" + id);
        assertEquals(202, proposed.statusCode(), proposed.asString());
        return staff().body("{}").post("/" + what + "/" + id + "/policy-approvals");
    }

    private Response decided() {
        assertEquals(
                202,
                given().contentType("application/json")
                        .body(json("{'field':'phones','says':'It closed.'}"))
                        .post("/services/" + service + "/corrections")
                        .statusCode());
        String correction = staff().get("/corrections?service_id=" + service).path("corrections[0].id");
        return staff().body(json("{'decision':'accept'}")).post("/corrections/" + correction + "/decision");
    }

    private Response vetted() {
        var file = "/organizations/" + organization + "/vetting";
        var said = staff().body(json("{'concerns':[{'code':'other','says':'A test.',"
                        + "'evidence':[{'source_url':'https://news.example/1'}]}]}"))
                .post(file);
        concern = file + "/" + said.path("concerns[0].id");
        return said;
    }

    private Response lifted() {
        fresh().body(json("{'name':'Declines','status':'active'}")).put("/services/" + other);
        String url =
                staff().body("{}").post("/services/" + other + "/invitations").path("url");
        var token = url.replaceAll(".*/provider/([^/]+)/page", "$1");
        assertEquals(
                200,
                given().contentType("application/json")
                        .body(json("{'confirm': true}"))
                        .post("/provider/" + token + "/decline")
                        .statusCode());
        return staff().delete("/declined-listings/" + other);
    }

    private Response replayed() {
        String delivery = staff().get("/webhooks/" + webhook + "/deliveries").path("deliveries[0].id");
        return staff().post("/webhooks/" + webhook + "/deliveries/" + delivery + "/replay");
    }

    private static List<Map<String, String>> entries(long after) {
        return given().header("Authorization", "Bearer " + ADMIN)
                .get("/audit?limit=1000&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .path("entries");
    }

    private static long last() {
        return given().header("Authorization", "Bearer " + ADMIN)
                .accept("application/x-ndjson")
                .get("/audit")
                .asString()
                .lines()
                .count();
    }

    @Test
    void everyDeedOfStaffLeavesAnEntryAndNoQuestionDoes() throws IOException {
        editing();
        handing();
        keeping();
        var wanted = Described.all().stream()
                .filter(one ->
                        one.rule().opening() == Opening.KEYED && !one.method().equals("GET"))
                .map(Described::name)
                .filter(name -> !NO_DEED.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, new TreeSet<>(deeds.keySet()), "a deed that this test does not do");
        for (var deed : deeds.entrySet()) {
            var before = last();
            var answer = deed.getValue().get();
            assertTrue(answer.statusCode() < 300, deed.getKey() + " " + answer.statusCode() + " " + answer.asString());
            var left = entries(before);
            assertTrue(!left.isEmpty(), deed.getKey() + " left no entry");
            var entry = left.get(left.size() - 1);
            assertEquals("admin", entry.get("actor"), deed.getKey());
            assertTrue(!entry.get("action").isBlank() && !entry.get("entity").isBlank(), deed.getKey());
            assertTrue(entry.get("id").matches("[0-9a-f-]{36}|[0-9]{10,11}"), deed.getKey() + " " + entry);
        }
        var before = last();
        staff().body(json("{'q':'bed tonight'}")).post("/search");
        staff().body(json("{'service_id':'%s','client':{'age':20}}", service)).post("/referrals/preview");
        staff().get("/services?search=bed");
        assertEquals(List.of(), entries(before));
    }

    @Test
    void theExportHoldsWhatTheListHolds() {
        staff().body(json("{'name':'exported','scopes':['stats:read']}")).post("/keys");
        var all = entries(0);
        var exported = given().header("Authorization", "Bearer " + ADMIN)
                .accept("application/x-ndjson")
                .get("/audit")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertEquals(all.size(), exported.size());
        assertTrue(exported.get(all.size() - 1).contains(all.get(all.size() - 1).get("digest")));
    }
}

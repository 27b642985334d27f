package org.nowrongdoor.access;

import static java.util.Map.entry;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** The organisation of the record times the organisation of the key, for every endpoint about one record. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class RecordOwnersTest {

    private static final String SERVICE = json("{'name':'Owned anew','status':'active'}");
    private static final String TERM = json("{'code':'owned','name':'Owned','description':'Owned.'}");

    /** What a key of an organisation is answered about a record of its own, of another, and of none. */
    private record Statuses(int own, int other, int none) {}

    private static final Statuses EDIT = new Statuses(200, 403, 403);
    private static final Statuses DELETE = new Statuses(204, 403, 403);
    private static final Statuses PRIVATE = new Statuses(200, 404, 404);
    private static final Statuses GONE = new Statuses(204, 404, 404);
    private static final Statuses MADE = new Statuses(201, 404, 404);
    private static final Statuses SHARED = new Statuses(403, 403, 403);

    private static final Map<String, Statuses> EXPECTED = Map.ofEntries(
            entry("GET /fhir/Task/{}", PRIVATE),
            entry("GET /fhir/ServiceRequest/{}", PRIVATE),
            entry("GET /referrals/{}", PRIVATE),
            entry("GET /referrals/{}/events", PRIVATE),
            entry("POST /referrals/{}/transitions", PRIVATE),
            entry("DELETE /referrals/{}", GONE),
            entry("GET /services/{}/outcomes", PRIVATE),
            entry("GET /webhooks/{}", PRIVATE),
            entry("DELETE /webhooks/{}", GONE),
            entry("POST /webhooks/{}/resume", PRIVATE),
            entry("GET /webhooks/{}/deliveries", PRIVATE),
            // There is no delivery with that id anywhere.
            entry("POST /webhooks/{}/deliveries/{}/replay", new Statuses(404, 404, 404)),
            entry("PUT /services/{}", EDIT),
            entry("PATCH /services/{}", EDIT),
            entry("DELETE /services/{}", DELETE),
            entry("PUT /services/{}/capacity", EDIT),
            entry("POST /services/{}/verifications", new Statuses(201, 403, 403)),
            // An organisation stands for itself: there is none of none. Its own has services still.
            entry("PUT /organizations/{}", EDIT),
            entry("PATCH /organizations/{}", EDIT),
            entry("DELETE /organizations/{}", new Statuses(409, 403, 403)),
            // Who vets reaches across, and not its own; a concern is deleted by who filed it.
            entry("POST /organizations/{}/vetting", new Statuses(403, 201, 201)),
            entry("POST /organizations/{}/vetting/{}/reviews", new Statuses(403, 200, 200)),
            entry("DELETE /organizations/{}/vetting/{}", new Statuses(403, 404, 404)),
            entry("PUT /locations/{}", EDIT),
            entry("PATCH /locations/{}", EDIT),
            entry("DELETE /locations/{}", DELETE),
            entry("POST /services/{}/invitations", MADE),
            entry("DELETE /services/{}/invitations", GONE),
            entry("POST /services/{}/policy-approvals", PRIVATE),
            entry("POST /locations/{}/policy-approvals", PRIVATE),
            entry("DELETE /declined-listings/{}", GONE),
            entry("POST /corrections/{}/decision", PRIVATE),
            entry("PUT /taxonomy_terms/{}", SHARED),
            entry("PATCH /taxonomy_terms/{}", SHARED),
            entry("DELETE /taxonomy_terms/{}", SHARED),
            entry("PUT /legal-notes/{}", SHARED),
            entry("DELETE /legal-notes/{}", SHARED),
            entry("GET /retired-numbers/{}", new Statuses(200, 200, 200)),
            entry("PUT /retired-numbers/{}", SHARED),
            entry("DELETE /retired-numbers/{}", SHARED),
            entry("GET /imports/{}", PRIVATE),
            entry("GET /imports/{}/faults", PRIVATE),
            entry("GET /keys/{}", PRIVATE),
            entry("DELETE /keys/{}", GONE),
            entry("POST /keys/{}/rotation", MADE));

    private static final String NOTE = """
            {"topics": ["fosta"], "text": {"en": "A test.", "es": "Una prueba."}, "citation": "Test statute 2",
             "source_url": "https://law.example/2", "as_of": "2026"}""";

    private OwnedRecords own;
    private OwnedRecords other;
    private OwnedRecords none;

    @BeforeEach
    void begin() {
        own = new OwnedRecords(UUID.randomUUID());
        other = new OwnedRecords(UUID.randomUUID());
        none = new OwnedRecords(null);
    }

    private static List<EndpointRule> rules() {
        return EndpointRules.ALL.stream()
                .filter(rule -> rule.opening() == Opening.KEYED && rule.path().contains("{"))
                .toList();
    }

    private static String name(EndpointRule rule) {
        return rule.method() + " " + rule.shape();
    }

    /** The id of a new record of the kind that a path is about. */
    private static String record(OwnedRecords of, String path) {
        if (path.endsWith("/policy-approvals")) {
            return of.proposed(path.split("/", -1)[1]);
        }
        return switch (path.split("/", -1)[1]) {
            case "fhir", "referrals" -> of.referral();
            case "services", "verifications" -> of.service("public");
            case "locations" -> of.location("public");
            case "organizations" -> organization(of);
            case "webhooks" -> of.webhook();
            case "declined-listings" -> of.declined();
            case "corrections" -> of.corrected();
            case "imports" -> of.imported();
            case "keys" -> of.key(OwnedRecords.ADMIN, "stats:read").path("about.id");
            case "taxonomy_terms" -> term();
            case "retired-numbers" -> retired();
            case "legal-notes" -> note();
            default -> throw new AssertionError(path);
        };
    }

    private static String organization(OwnedRecords of) {
        of.service("public");
        if (of.owner != null) {
            return of.owner.toString();
        }
        var id = UUID.randomUUID();
        new OwnedRecords(id);
        return id.toString();
    }

    private static String term() {
        var id = UUID.randomUUID().toString();
        OwnedRecords.with(OwnedRecords.ADMIN)
                .body(TERM.replace("owned", "owned-" + id))
                .put("/taxonomy_terms/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static String retired() {
        OwnedRecords.with(OwnedRecords.ADMIN)
                .body(json("{'reason':'the line closed'}"))
                .put("/retired-numbers/+13205550107");
        return "+13205550107";
    }

    private static String note() {
        var id = UUID.randomUUID().toString();
        OwnedRecords.with(OwnedRecords.ADMIN)
                .body(NOTE)
                .put("/legal-notes/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    /** A concern about an organisation that the operator filed. */
    private static String concern(String id) {
        return OwnedRecords.with(OwnedRecords.ADMIN)
                .body(
                        json(
                                "{'concerns':[{'code':'other','says':'A test.','evidence':[{'source_url':'https://a.example'}]}]}"))
                .post("/organizations/" + id + "/vetting")
                .then()
                .statusCode(201)
                .extract()
                .path("concerns[0].id");
    }

    private static Response ask(EndpointRule rule, String id, String key) {
        var path = rule.shape()
                .replaceFirst("\\{}", id)
                .replace(
                        "{}",
                        rule.path().contains("/vetting/{")
                                ? concern(id)
                                : UUID.randomUUID().toString());
        var request = rule.method().equals("PATCH") ? OwnedRecords.patching(key) : OwnedRecords.with(key);
        if (!rule.method().equals("PATCH")
                && path.matches("/(services|organizations|locations|taxonomy_terms)/[^/]+")) {
            request.header("If-Match", "*");
        }
        if (!rule.method().equals("GET")) {
            request.body(body(rule, id));
        }
        return request.request(rule.method(), path);
    }

    private static String body(EndpointRule rule, String id) {
        var path = rule.path();
        if (path.endsWith("/transitions")) {
            return json("{'to':'cancelled','reason':{'code':'other'}}");
        } else if (path.endsWith("/capacity")) {
            return json("{'code':'capacity'}");
        } else if (path.endsWith("/verifications")) {
            return json("{'method':'phone','role':'editor'}");
        } else if (path.startsWith("/corrections")) {
            return json("{'decision':'accept'}");
        } else if (path.endsWith("/vetting")) {
            return json("{'answers':[{'question':'community_relationship','value':'unknown'}]}");
        } else if (path.endsWith("/reviews")) {
            return json("{'decision':'confirm'}");
        } else if (path.startsWith("/retired-numbers")) {
            return json("{'reason':'the line closed'}");
        } else if (path.startsWith("/legal-notes")) {
            return NOTE;
        } else if (rule.method().equals("PATCH")) {
            return json("{'name':'Changed'}");
        } else if (!rule.method().equals("PUT")) {
            return "{}";
        } else if (path.startsWith("/organizations")) {
            return json("{'name':'Owner','description':'Runs things still.'}");
        } else if (path.startsWith("/locations")) {
            return json("{'location_type':'virtual','name':'Changed'}");
        }
        return path.startsWith("/taxonomy_terms") ? TERM.replace("owned", "owned-" + id) : SERVICE;
    }

    private static Map<String, Integer> statuses(
            Function<EndpointRule, OwnedRecords> of, Function<EndpointRule, String> key) {
        var statuses = new TreeMap<String, Integer>();
        for (var rule : rules()) {
            statuses.put(
                    name(rule),
                    ask(rule, record(of.apply(rule), rule.path()), key.apply(rule))
                            .statusCode());
        }
        return statuses;
    }

    private static Map<String, Integer> expected(Function<Statuses, Integer> part) {
        return new TreeMap<>(EXPECTED.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> part.apply(row.getValue()))));
    }

    @Test
    void theTableHasARowForEachEndpointAboutOneRecord() {
        assertEquals(
                rules().stream().map(RecordOwnersTest::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(EXPECTED.keySet()));
    }

    @Test
    void aKeyOfAnOrganisationReachesItsOwn() {
        assertEquals(expected(Statuses::own), statuses(rule -> own, rule -> own.key));
    }

    @Test
    void aKeyOfAnOrganisationDoesNotReachAnothers() {
        assertEquals(expected(Statuses::other), statuses(rule -> other, rule -> own.key));
    }

    @Test
    void aKeyOfAnOrganisationDoesNotReachWhatIsOfNone() {
        assertEquals(expected(Statuses::none), statuses(rule -> none, rule -> own.key));
    }

    @Test
    void aKeyWithoutOrganisationReachesAcross() {
        for (var of : List.of(own, none)) {
            var refused = new TreeMap<String, Integer>();
            statuses(rule -> of, rule -> OwnedRecords.ADMIN).forEach((name, status) -> {
                if (status >= 400 && !name.contains("/replay") && !name.equals("DELETE /organizations/{}")) {
                    refused.put(name, status);
                }
            });
            // An organisation's subscription goes on by a key of that organisation alone.
            refused.remove("POST /webhooks/{}/resume", 409);
            assertEquals(Map.of(), refused);
        }
    }

    @Test
    void listsHoldTheOwnAlone() {
        for (var list : Map.of(
                        "/referrals", "contents.id",
                        "/webhooks", "webhooks.id",
                        "/keys", "keys.id",
                        "/verifications", "services.service_id",
                        "/declined-listings", "declined_listings.service_id")
                .entrySet()) {
            var path = list.getKey();
            var mine = record(own, path);
            OwnedRecords.with(own.key)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(list.getValue(), hasItem(mine))
                    .body(list.getValue(), not(hasItem(record(other, path))))
                    .body(list.getValue(), not(hasItem(record(none, path))));
        }
    }

    @Test
    void theAuditOfAnOrganisationHoldsItsOwnDeedsNumberedByThemselves() {
        var mine = own.imported();
        var theirs = other.imported();
        var again = own.imported();
        var page = OwnedRecords.with(own.key)
                .get("/audit?limit=1000")
                .then()
                .statusCode(200)
                .extract();
        List<String> ids = page.path("entries.id");
        assertTrue(ids.contains(mine) && ids.contains(again), ids.toString());
        assertEquals(false, ids.contains(theirs));
        assertEquals(true, page.path("intact"));
        List<Integer> numbers = page.path("entries.seq");
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals(i + 1, numbers.get(i));
        }
        OwnedRecords.with(own.key)
                .get("/audit?limit=1&after=" + (numbers.size() - 1))
                .then()
                .body("entries.id", hasItem(again))
                .body("entries.size()", equalTo(1));
        var lines = OwnedRecords.with(own.key)
                .accept("application/x-ndjson")
                .get("/audit")
                .asString();
        assertTrue(lines.contains(mine), lines);
        assertEquals(false, lines.contains(theirs));
    }
}

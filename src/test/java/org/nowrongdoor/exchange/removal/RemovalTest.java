package org.nowrongdoor.exchange.removal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.AnswerWalk;
import org.nowrongdoor.support.ChanceDigits;
import org.nowrongdoor.support.FeedForTests;
import org.nowrongdoor.support.FileBytes;
import org.nowrongdoor.support.RemovableService;

/** After each deed that removes something, nothing that can be read and no file holds it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class RemovalTest {

    private final RemovableService haven =
            new RemovableService(ThreadLocalRandom.current().nextInt(10_000, 90_000));

    @Inject
    DataSource source;

    @Inject
    RemovalSweepJob sweep;

    @ConfigProperty(name = "directory.data")
    Path data;

    @BeforeEach
    void store() {
        put(haven.path("service"), haven.service("")).then().statusCode(201);
        put(haven.path("sibling").replace("siblings", "services"), haven.sibling())
                .then()
                .statusCode(201);
        // It has a history that holds the address, and so has what once wrote of it.
        replace(haven.path("service"), haven.service(json("'wait_time': 'At %s', ".formatted(haven.line()))));
        patch("/organizations/" + haven.id("organization"), json("{'alternate_name': 'House at %s'}", haven.line()));
        patch("/organizations/" + haven.id("organization"), json("{'alternate_name': 'Havens'}"));
        assertFalse(held(haven.address()).isEmpty(), "the tables are read");
    }

    @Test
    void everyTableStandsInTheListOnce() throws SQLException {
        var listed = Arrays.stream(TextStore.values())
                .flatMap(place -> place.tables().stream())
                .sorted()
                .toList();
        var tables = new TreeSet<>(read("select tablename from pg_tables where schemaname = 'public'"
                + " and tablename <> 'flyway_schema_history'"));
        assertEquals(new ArrayList<>(tables), listed);
    }

    @Test
    void aDeclinedServiceIsGone() {
        awaitFound();
        decline();
        given().get(haven.path("location")).then().statusCode(404);
        given().get("/fhir/Location/" + haven.id("location")).then().statusCode(404);
        assertGone(haven.everything());
        assertGoneFromDisk(haven.everything());
    }

    @Test
    void aDeletedServiceIsGone() {
        awaitFound();
        editor().header("If-Match", "*")
                .delete(haven.path("service"))
                .then()
                .statusCode(204)
                .header("X-Also-Changed", containsString(haven.path("location")));
        given().get(haven.path("location")).then().statusCode(404);
        assertGone(haven.everything());
    }

    @Test
    void aServiceThatIsDeletedAndMadeAgainAsConfidentialHasNoPast() {
        editor().header("If-Match", "*").delete(haven.path("service"));
        put(haven.path("service"), haven.service(json("'location_policy': 'confidential',")))
                .then()
                .statusCode(201);
        assertGone(haven.address());
    }

    @Test
    void aDeletedLocationIsGone() {
        editor().header("If-Match", "*").delete(haven.path("location")).then().statusCode(204);
        patch(haven.path("service"), json("{'description': 'Moved', 'alert': null, 'wait_time': null, 'phones': []}"));
        given().get(haven.path("location") + "/history").then().statusCode(200);
        var texts = given().get(haven.path("location") + "/history").asString();
        assertFalse(texts.contains(haven.street()), texts);
        assertGone(haven.address());
    }

    @Test
    void aLocationThatIsHiddenIsForgottenByATextOfLongAgo() {
        patch(
                haven.path("service"),
                json("{'description': 'A house.', 'alert': null, 'wait_time': null, 'phones': []}"));
        patch("/organizations/" + haven.id("organization"), json("{'description': 'Come'}"));
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
    }

    @Test
    void aLocationThatIsHiddenIsForgottenByAServiceThatMovedToOthers() {
        var others = UUID.randomUUID();
        put("/organizations/" + others, json("{'name': 'Others', 'description': 'Others'}"))
                .then()
                .statusCode(201);
        patch("/services/" + haven.id("sibling"), json("{'organization_id': '%s', 'description': 'Moved'}", others));
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
    }

    @Test
    void aLocationThatMovedToOthersAndIsHiddenIsForgottenByItsFormerOrganization() {
        var others = UUID.randomUUID();
        put("/organizations/" + others, json("{'name': 'Others', 'description': 'Others'}"))
                .then()
                .statusCode(201);
        patch(haven.path("location"), json("{'organization_id': '%s'}", others));
        patch(haven.path("service"), json("{'organization_id': '%s'}", others));
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
    }

    @Test
    void aLocationThatIsHiddenIsForgottenByAServiceOfOthersThatLeftIt() {
        var guest = "/services/" + UUID.randomUUID();
        var others = UUID.randomUUID();
        var body = json("{'name': 'Guest', 'status': 'active', 'description': 'At %s', 'organization': {'id': '%s',"
                + " 'name': 'Others', 'description': 'Others'}, 'service_at_locations': [%s]}");
        var at = json("{'id': '%s', 'location_id': '%s'}", UUID.randomUUID(), haven.id("location"));
        put(guest, body.formatted(haven.line(), others, at)).then().statusCode(201);
        replace(guest, body.formatted("the office", others, "")).then().statusCode(200);
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
    }

    @Test
    void aDeletedOrganizationHasNoPast() {
        editor().header("If-Match", "*").delete(haven.path("service"));
        editor().header("If-Match", "*").delete("/services/" + haven.id("sibling"));
        editor().header("If-Match", "*")
                .delete(haven.path("organization"))
                .then()
                .statusCode(204);
        assertGone(haven.everything());
    }

    @Test
    void aServiceThatBecomesConfidentialIsForgottenByItsWholeOrganization() {
        awaitFound();
        patch(haven.path("service"), json("{'location_policy': 'confidential'}"));
        given().get("/services/" + haven.id("sibling")).then().body("description", containsString("Clothes are given"));
        assertGone(haven.address());
        assertGoneFromDisk(haven.address());
    }

    @Test
    void aLocationThatBecomesHiddenIsForgottenByItsWholeOrganization() {
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
    }

    @Test
    void anImportMakesAPolicyStricterAsThoroughly() {
        importLines("", haven.service(json("'location_policy': 'hidden',")))
                .then()
                .body("status", equalTo("completed"));
        assertGone(haven.address());
        assertGoneFromDisk(haven.address());
    }

    @Test
    void aNestedLocationMakesItsPolicyStricterAsThoroughly() {
        replace(
                        haven.path("organization"),
                        json("{'name': 'Havens', 'description': 'd', 'locations': [%s]}")
                                .formatted(haven.location(haven.id("location"), json("'location_policy': 'hidden',"))))
                .then()
                .statusCode(200);
        assertGone(haven.address());
    }

    @Test
    void whatOnlyTheHistoryStillHoldsIsForgottenToo() {
        patch(
                haven.path("service"),
                json("{'description': 'd', 'alert': null, 'wait_time': null,"
                        + " 'phones': [{'number': '612-555-0100'}], 'name': 'Haven'}"));
        patch(haven.path("organization"), json("{'description': 'd'}"));
        patch("/services/" + haven.id("sibling"), json("{'description': 'Clothes'}"));
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
    }

    @Test
    void anAddressThatWasMendedFirstIsForgottenToo() {
        var wrong = haven.location(haven.id("location"), "");
        replace(haven.path("location"), wrong.replace(haven.line(), "12 Elsewhere Way"))
                .then()
                .statusCode(200);
        patch(haven.path("location"), json("{'location_policy': 'confidential'}"));
        assertGone(List.of(haven.street(), haven.house()));
    }

    @Test
    void aVettingFileForgetsAPlaceThatIsHiddenAndKeepsItsConcern() {
        var file = haven.path("organization") + "/vetting";
        String concern = editor().contentType("application/json")
                .body(json("""
                        {'answers': [{'question': 'community_relationship', 'value': 'no', 'as_stated': 'Seen near %1$s.',
                          'evidence': [{'as_stated': 'Not far.'}, {'as_stated': 'By %1$s'}, {'as_stated': '%1$s, then on'}]}],
                         'concerns': [{'code': 'other', 'says': 'The one at %1$s.',
                          'evidence': [{'source_url': 'https://news.example/%1$s'}]}]}""", haven.street()))
                .post(file)
                .then()
                .statusCode(201)
                .extract()
                .path("concerns[0].id");
        assertFalse(held(List.of(haven.street())).stream()
                .filter(row -> row.contains("vetting"))
                .toList()
                .isEmpty());
        patch(haven.path("location"), json("{'location_policy': 'hidden'}"));
        assertGone(haven.address());
        editor().get(file)
                .then()
                .body("concerns[0].id", equalTo(concern))
                .body("concerns[0].says", equalTo("[text withheld]"))
                .body("concerns[0].evidence.size()", equalTo(0))
                .body("answers[1].statements[0].evidence.as_stated", equalTo(List.of("Not far.")));
        assertGoneFromDisk(haven.address());
    }

    @Test
    void anOrganizationThatIsDeletedTakesItsFileAndWhatItSaidOfOthersAlong() {
        editor().contentType("application/json")
                .body(json(
                        "{'concerns': [{'code': 'other', 'says': 'Canary%d.',"
                                + " 'evidence': [{'source_url': 'https://news.example/1'}]}]}",
                        haven.mark()))
                .post(haven.path("organization") + "/vetting")
                .then()
                .statusCode(201);
        var other = UUID.randomUUID();
        put("/organizations/" + other, json("{'name': 'Others', 'description': 'Others'}"))
                .then()
                .statusCode(201);
        String key = editor().contentType("application/json")
                .body(json(
                        "{'name': 'k', 'scopes': ['directory:vet'], 'organization_id': '%s'}",
                        haven.id("organization")))
                .post("/keys")
                .path("key");
        given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(json(
                        "{'answers': [{'question': 'community_relationship', 'value': 'unknown',"
                                + " 'as_stated': 'Canary%d.'}]}",
                        haven.mark()))
                .post("/organizations/" + other + "/vetting")
                .then()
                .statusCode(201);
        editor().header("If-Match", "*").delete(haven.path("service"));
        editor().header("If-Match", "*").delete("/services/" + haven.id("sibling"));
        editor().header("If-Match", "*")
                .delete(haven.path("organization"))
                .then()
                .statusCode(204);
        assertGone(haven.everything());
    }

    @Test
    void aSecondLocationAtTheAddressFollows() {
        var twin = UUID.randomUUID();
        put("/locations/" + twin, haven.location(twin, "").replace("Street\", \"city", "St. Apt 4\", \"city"))
                .then()
                .statusCode(201);
        patch(haven.path("service"), json("{'location_policy': 'confidential'}"))
                .then()
                .header("X-Also-Changed", containsString("/locations/" + twin));
        given().get("/locations/" + twin).then().body("location_policy", equalTo("confidential"));
        assertGone(haven.address());
    }

    @Test
    void anotherLocationOfTheOrganizationStaysPublic() {
        var other = UUID.randomUUID();
        put(
                        "/locations/" + other,
                        haven.location(other, "")
                                .replace(haven.line(), "912 Fern Avenue")
                                .replace("44." + haven.mark(), "45.1"))
                .then()
                .statusCode(201);
        patch(haven.path("service"), json("{'location_policy': 'confidential'}"));
        given().get("/locations/" + other)
                .then()
                .body("location_policy", equalTo("public"))
                .body("addresses[0].address_1", equalTo("912 Fern Avenue"))
                .body("addresses[0].postal_code", equalTo("55487"));
    }

    @Test
    void aLocationOfAnotherOrganizationIsReportedAndStays() {
        var other = UUID.randomUUID();
        var stranger = UUID.randomUUID();
        put("/organizations/" + stranger, json("{'name': 'Stranger', 'description': 'd'}"));
        put(
                "/locations/" + other,
                haven.location(other, "").replace(haven.id("organization").toString(), stranger.toString()));
        patch(haven.path("service"), json("{'location_policy': 'confidential'}"))
                .then()
                .header("X-Same-Address", equalTo("/locations/" + other));
        given().get("/locations/" + other).then().body("location_policy", equalTo("public"));
    }

    @Test
    void theFeedTellsOfARemovalAsARedaction() {
        var head = FeedForTests.head();
        editor().header("If-Match", "*").delete(haven.path("service"));
        List<String> told = new ArrayList<>();
        for (var more = true; more; ) {
            var page = given().get("/changes?kind=all&wait_seconds=2&after=" + head)
                    .jsonPath();
            page.getList("changes", Map.class).forEach(change -> told.add(change.get("op") + " " + change.get("id")));
            more = !page.getList("changes").isEmpty();
            head = page.getString("next");
        }
        assertTrue(told.contains("redact " + haven.id("service")), told.toString());
        assertTrue(told.contains("delete " + haven.id("service")), told.toString());
        assertTrue(told.contains("redact " + haven.id("location")), told.toString());
    }

    @Test
    void aFaultThatNamedTheNumberForgetsIt() {
        importLines("?partial=true", haven.service("").replace("active", "call " + haven.phone()));
        assertFalse(held(List.of(haven.phone())).isEmpty());
        decline();
        assertGone(haven.everything());
    }

    @Test
    void aReferralForgetsTheNameOfAServiceThatWasOffered() throws SQLException {
        try (var connection = source.getConnection();
                var insert = connection.createStatement()) {
            insert.execute("""
                    with r as (insert into referral (id, service_id, sent_by, status, priority, needs, acknowledged, overridden,
                      introduction, part2, last_event, created_at, updated_at, respond_by, code_digest, link_mailed)
                      values (gen_random_uuid(), gen_random_uuid(), 'x', 'cancelled', 'routine', '{}', '{}', false, false,
                        false, 1, now(), now(), now(), decode(md5(random()::text), 'hex'), false) returning id)
                    insert into referral_event (referral_id, no, at, side, actor, kind, to_status, alternatives)
                    select id, 1, now(), 'clock', 'x', 'moved', 'cancelled',
                      '[{"id": "%s", "name": "Haven Canary%d"}]' from r""".formatted(haven.id("service"), haven.mark()));
        }
        decline();
        assertGone(haven.everything());
    }

    private void decline() {
        String url = editor().contentType("application/json")
                .body("{}")
                .post(haven.path("service") + "/invitations")
                .path("url");
        var link = url.replaceFirst(".*(/provider/[^/]+)/page", "$1");
        given().contentType("application/json")
                .body(json("{'confirm': true}"))
                .post(link + "/decline")
                .then()
                .statusCode(200);
        given().get(haven.path("service")).then().statusCode(404);
    }

    private static Response patch(String path, String body) {
        var answer = editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(path);
        answer.then().statusCode(200);
        return answer;
    }

    private void awaitFound() {
        await(() -> given().queryParam("q", "Canary" + haven.mark())
                .get("/search")
                .asString()
                .contains(haven.id("service").toString()));
    }

    /** Nothing that can be read of the records, no table, no file of the database or the index holds one of the texts. */
    private void assertGone(List<String> texts) {
        AnswerWalk.of(haven)
                .forEach((request, answer) -> texts.forEach(piece -> assertFalse(
                        ChanceDigits.isToldIn(answer, piece), () -> request + " tells " + piece + ": " + answer)));
        assertEquals(List.of(), held(texts));
    }

    /** No file of the database and none of the index holds one of the texts. */
    private void assertGoneFromDisk(List<String> texts) {
        assertFalse(FileBytes.find(PostgresForTests.cluster(), texts).isEmpty(), "the files are read");
        await(() -> {
            sweep.sweep();
            return read("select ticket::text from removal where subject = 'record'")
                    .isEmpty();
        });
        await(() -> FileBytes.find(data.resolve("index"), texts).isEmpty());
        assertEquals(List.of(), FileBytes.find(PostgresForTests.cluster(), texts));
    }

    /** The rows of any table that hold one of the texts. */
    private List<String> held(List<String> texts) {
        var found = new ArrayList<String>();
        for (var table : read("select tablename from pg_tables where schemaname = 'public'")) {
            for (var row : read("select t::text from " + table + " t")) {
                texts.stream()
                        .filter(text -> ChanceDigits.isToldIn(row, text))
                        .forEach(text -> found.add(text + " in " + table + ": " + row));
            }
        }
        return found;
    }

    private List<String> read(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); !condition.getAsBoolean(); ) {
            assertTrue(System.nanoTime() < end, "waited in vain");
        }
    }
}

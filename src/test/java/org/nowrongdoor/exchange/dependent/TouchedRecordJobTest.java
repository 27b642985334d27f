package org.nowrongdoor.exchange.dependent;

import static io.restassured.RestAssured.given;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.FeedForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.taxonomy.TermIds;

/** Anyone who shows a record that changed is told of, whatever changed it and however; and so is who shows it no
 *  more. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TouchedRecordJobTest {

    private static final double LATITUDE = 41.0;

    private final UUID service = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID firstPair = UUID.randomUUID();
    private final UUID secondPair = UUID.randomUUID();
    private final String name =
            "Touch" + Long.toString(service.getMostSignificantBits() >>> 1, 36).replaceAll("\\d", "x");
    // A town of its own for each test: what stands there is found nowhere else.
    private final double longitude = -100 + Math.floorMod(service.hashCode(), 100_000) / 10_000.0;

    @BeforeEach
    void store() {
        put("/organizations/" + other, json("{'name': 'Others', 'description': 'Others'}"))
                .then()
                .statusCode(201);
        put("/services/" + service, body(pair(firstPair, first, 0), pair(secondPair, second, 2)))
                .then()
                .statusCode(201);
        SearchForTests.awaitIndexed();
        assertEquals(List.of(service.toString()), foundNear(2));
    }

    @Test
    void aServiceIsNotFoundAtALocationThatItLeft() {
        replace("/services/" + service, body(pair(firstPair, first, 0))).then().statusCode(200);
        SearchForTests.awaitIndexed();
        assertEquals(List.of(), foundNear(2));
        assertEquals(List.of(service.toString()), foundNear(0));
    }

    @Test
    void aServiceIsNotFoundAtALocationThatItLeftByAFile() {
        importLines("?source=touch", body(pair(firstPair, first, 0))).then().statusCode(200);
        SearchForTests.awaitIndexed();
        assertEquals(List.of(), foundNear(2));
    }

    @Test
    void aPairThatMovesToAnotherLocationIsFoundThereAlone() throws InterruptedException {
        var feed = FeedForTests.fromHead();
        var third = UUID.randomUUID();
        put("/locations/" + third, location(third, 4)).then().statusCode(201);
        importLines(
                        "?source=touch",
                        json(
                                "{'entity': 'service_at_location', 'id': '%s', 'service_id': '%s', 'location_id': '%s'}",
                                secondPair, service, third))
                .then()
                .statusCode(200);
        feed.await("upsert /services/" + service, "upsert /service_at_locations/" + secondPair);
        SearchForTests.awaitIndexed();
        assertEquals(List.of(), foundNear(2));
        assertEquals(List.of(service.toString()), foundNear(4));
    }

    @Test
    void aServiceIsNotFoundAtALocationThatIsGone() {
        editor().header("If-Match", "*").delete("/locations/" + second).then().statusCode(204);
        SearchForTests.awaitIndexed();
        assertEquals(List.of(), foundNear(2));
    }

    @Test
    void whoShowsAServiceIsToldOfItsChange() throws InterruptedException {
        Thread.sleep(5);
        var feed = FeedForTests.fromHead();
        var at = Instant.now();
        patch("/services/" + service, json("{'alert': 'Closed today'}"));
        feed.await(
                "upsert /organizations/" + organization,
                "upsert /service_at_locations/" + firstPair,
                "upsert /service_at_locations/" + secondPair);
        isModified("/organizations", organization, at);
        isModified("/service_at_locations", firstPair, at);
    }

    @Test
    void whoShowsAnOrganizationIsToldOfItsChange() throws InterruptedException {
        Thread.sleep(5);
        var feed = FeedForTests.fromHead();
        var at = Instant.now();
        patch("/organizations/" + organization, json("{'name': 'Renamed'}"));
        feed.await("upsert /services/" + service, "upsert /service_at_locations/" + firstPair);
        isModified("/services", service, at);
        isModified("/service_at_locations", firstPair, at);
        assertTrue(Instant.parse(given().get("/services/" + service).path("last_modified"))
                .isAfter(at));
    }

    @Test
    void whoShowsALocationIsToldOfItsChange() throws InterruptedException {
        var feed = FeedForTests.fromHead();
        patch("/locations/" + first, json("{'name': 'The blue door'}"));
        feed.await(
                "upsert /services/" + service,
                "upsert /organizations/" + organization,
                "upsert /service_at_locations/" + firstPair,
                // It shows the organisation's locations with its service.
                "upsert /service_at_locations/" + secondPair);
    }

    @Test
    void bothOrganizationsAreToldOfAServiceThatMoves() throws InterruptedException {
        var feed = FeedForTests.fromHead();
        patch("/services/" + service, json("{'organization_id': '%s'}", other));
        feed.await("upsert /organizations/" + organization, "upsert /organizations/" + other);
        assertFalse(given().get("/organizations/" + organization).asString().contains(service.toString()));
    }

    @Test
    void bothOrganizationsAreToldOfALocationThatMoves() throws InterruptedException {
        var feed = FeedForTests.fromHead();
        patch("/locations/" + second, json("{'organization_id': '%s'}", other));
        feed.await("upsert /organizations/" + organization, "upsert /organizations/" + other);
        // It showed the location among those of its organisation.
        feed.await();
        assertFalse(given().get("/organizations/" + organization).asString().contains(second.toString()));
    }

    @Test
    void theOrganizationIsToldOfAServiceThatIsGone() throws InterruptedException {
        Thread.sleep(5);
        var feed = FeedForTests.fromHead();
        var at = Instant.now();
        editor().header("If-Match", "*").delete("/services/" + service).then().statusCode(204);
        feed.await("delete /services/" + service, "upsert /organizations/" + organization);
        isModified("/organizations", organization, at);
    }

    @Test
    void whoShowsALocationIsToldThatItIsHidden() throws InterruptedException {
        var feed = FeedForTests.fromHead();
        patch("/locations/" + second, json("{'location_policy': 'hidden'}"));
        feed.await("upsert /services/" + service, "upsert /organizations/" + organization);
        SearchForTests.awaitIndexed();
        assertEquals(List.of(), foundNear(2));
    }

    @Test
    void whatChangesByItselfIsToldOnce() throws InterruptedException {
        var feed = FeedForTests.fromHead();
        var fresh = UUID.randomUUID();
        put(
                        "/services/" + fresh,
                        json(
                                "{'name': '%s again', 'status': 'active', 'organization': {'id': '%s', 'name': 'New',"
                                        + " 'description': 'New'}}",
                                name, UUID.randomUUID()))
                .then()
                .statusCode(201);
        patch("/organizations/" + other, json("{'name': 'The last'}"));
        feed.await("upsert /organizations/" + other);
        Thread.sleep(300);
        var later = feed.read().stream()
                .filter(change -> change.get("id").equals(fresh.toString()))
                .toList();
        assertEquals(List.of(), later);
    }

    @Test
    void aServiceIsFoundByTheNewNameOfItsTerm() {
        var broad = term(name + "broad", null);
        var narrow = term(name + "narrow", broad);
        patch(
                "/services/" + service,
                json("{'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'id': '%s'}}]}", narrow));
        SearchForTests.awaitIndexed();
        assertEquals(List.of(service.toString()), found(name + "narrow"));
        patch("/taxonomy_terms/" + narrow, json("{'name': '%sslim'}", name));
        SearchForTests.awaitIndexed();
        assertEquals(List.of(service.toString()), found(name + "slim"));
        assertEquals(List.of(), found(name + "narrow"));
        patch("/taxonomy_terms/" + broad, json("{'name': '%swide'}", name));
        SearchForTests.awaitIndexed();
        assertEquals(List.of(service.toString()), found(name + "wide"));
        assertEquals(List.of(), found(name + "broad"));
        // Other tests count the terms.
        editor().header("If-Match", "*").delete("/services/" + service).then().statusCode(204);
        editor().header("If-Match", "*")
                .delete("/taxonomy_terms/" + narrow)
                .then()
                .statusCode(204);
        editor().header("If-Match", "*")
                .delete("/taxonomy_terms/" + broad)
                .then()
                .statusCode(204);
    }

    private static UUID term(String name, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        put(
                        "/taxonomy_terms/" + id,
                        json(
                                "{'name': '%s', 'code': '%s', 'description': 'A kind', 'taxonomy_id': '%s', 'taxonomy': 'No Wrong Door needs'%s}",
                                name,
                                name.toLowerCase(Locale.ROOT),
                                TermIds.TAXONOMY,
                                parent == null ? "" : json(", 'parent_id': '%s'", parent)))
                .then()
                .statusCode(201);
        return id;
    }

    private static void isModified(String path, UUID id, Instant since) {
        var listed = given().get(path + "?kind=all&minimal=true&per_page=500&modified_after=" + since)
                .asString();
        assertTrue(listed.contains(id.toString()), () -> path + " modified after " + since + ": " + listed);
    }

    private List<String> found(String words) {
        return SearchForTests.search(json("{'q': '%s'}", words)).getList("hits.service.id", String.class).stream()
                .filter(service.toString()::equals)
                .toList();
    }

    private List<String> foundNear(int place) {
        var near =
                json("{'q': '%s', 'where': {'lat': %s, 'lon': %s, 'radius_km': 1}}", name, LATITUDE + place, longitude);
        return SearchForTests.search(near).getList("hits.findAll { it.distance_km != null }.service.id", String.class);
    }

    private static Response patch(String path, String body) {
        var answer = editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private String body(String... pairs) {
        return json(
                "{'id': '%s', 'name': '%s', 'status': 'active', 'organization': {'id': '%s', 'name': 'Own', 'description': 'Own'},"
                        + " 'service_at_locations': [%s]}",
                service, name, organization, String.join(", ", pairs));
    }

    private String pair(UUID pair, UUID location, int place) {
        return json("{'id': '%s', 'location': %s}", pair, location(location, place));
    }

    private String location(UUID location, int place) {
        return json(
                "{'id': '%s', 'organization_id': '%s', 'location_type': 'physical', 'latitude': %s, 'longitude': %s,"
                        + " 'addresses': [{'address_1': '%d Main Street', 'city': 'Lincoln', 'state_province': 'NE',"
                        + " 'postal_code': '68501', 'country': 'US', 'address_type': 'physical'}]}",
                location, organization, LATITUDE + place, longitude, 100 + place);
    }
}

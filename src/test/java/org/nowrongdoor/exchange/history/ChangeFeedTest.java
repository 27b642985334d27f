package org.nowrongdoor.exchange.history;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.DirectoryForTests.service;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.FeedForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ChangeFeedTest {

    private final UUID id = UUID.randomUUID();

    @Inject
    DataSource source;

    private static ValidatableResponse feed(String after) {
        return given().queryParam("after", after).get("/changes").then();
    }

    private static void assertUnknown(String cursor) {
        feed(cursor)
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/cursor-unknown"))
                .body("detail", containsString("after=now"));
    }

    @Test
    void nowIsTheEndAndNoNumber() {
        feed("now")
                .statusCode(200)
                .body("changes", empty())
                .body("more", equalTo(false))
                .body("next", matchesPattern("c1[A-Za-z0-9_-]{22}"));
    }

    @Test
    void theBeginningIsNoughtOrLeftOut() {
        put("/services/" + id, service(id, ""));
        var first = given().get("/changes").jsonPath();
        assertEquals(first.getList("changes"), feed("0").extract().jsonPath().getList("changes"));
        assertEquals(1, first.getInt("changes[0].seq"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "100000", "-1", "00", "1.5", "9223372036854775808", "nwo", "c1", "c1AAAAAAAAAAEAAAAAAAAAAA"
            })
    void whatIsNoCursorOfThisFeedIsUnknown(String cursor) {
        assertUnknown(cursor);
    }

    @Test
    void aCursorThatWasTamperedWithIsUnknown() {
        put("/services/" + id, service(id, ""));
        var cursor = FeedForTests.head();
        for (int at = 2; at < cursor.length() - 1; at++) {
            char other = cursor.charAt(at) == 'Q' ? 'R' : 'Q';
            assertUnknown(cursor.substring(0, at) + other + cursor.substring(at + 1));
        }
    }

    @Test
    void aCursorFromBeforeARestoreIsUnknown() throws Exception {
        var feed = FeedForTests.fromHead();
        put("/services/" + id, service(id, ""));
        feed.await("upsert /services/" + id);
        var cursor = FeedForTests.head();
        // As after a restore, since when other things happened: another change has the number.
        execute("update change_log set at = at - interval '1 second' where last_seq is not null");
        try {
            assertUnknown(cursor);
        } finally {
            execute("update change_log set at = at + interval '1 second' where last_seq is not null");
        }
        feed(cursor).statusCode(200);
    }

    @Test
    void aCursorOfAnotherServerIsUnknown() throws Exception {
        var cursor = FeedForTests.head();
        // What has the last bit of the last digit turned, and turned back.
        var other = "update installation set id = overlay(id::text placing"
                + " to_hex(('x' || right(id::text, 1))::bit(4)::integer # 1) from 36)::uuid";
        execute(other);
        try {
            assertUnknown(cursor);
            feed("0").statusCode(200);
            feed("now").statusCode(200);
        } finally {
            execute(other);
        }
        feed(cursor).statusCode(200);
    }

    @Test
    void recordsAreAsGetShowsThem() throws Exception {
        var head = FeedForTests.head();
        var feed = FeedForTests.fromHead();
        put("/services/" + id, service(id, json("'location_policy': 'confidential', 'alert': 'Closed today',")));
        feed.await("upsert /services/" + id);
        var told = all(head, "&include=record");
        assertFalse(told.isEmpty());
        for (var change : told) {
            var path = FeedForTests.path((String) change.get("entity")) + "/" + change.get("id");
            var now = given().get(path);
            if (now.statusCode() == 200) {
                assertEquals(now.jsonPath().getMap(""), change.get("record"), path);
            } else {
                assertFalse(change.containsKey("record"), path);
            }
        }
        assertTrue(told.stream()
                .anyMatch(change -> change.get("id").equals(id.toString())
                        && Objects.toString(change.get("record")).contains("Closed today")));
        all(head, "").forEach(change -> assertFalse(change.containsKey("record"), change.toString()));
    }

    @Test
    void whatIsGoneOrOfAKindNotAskedForHasNoRecord() throws Exception {
        var head = FeedForTests.head();
        var feed = FeedForTests.fromHead();
        var other = UUID.randomUUID();
        put("/services/" + id, service(id, ""));
        put("/services/" + other, service(other, ""));
        editor().header("If-Match", "*").delete("/services/" + id);
        replace("/services/" + other, service(other, json("'kind': 'law',")));
        feed.await("delete /services/" + id, "upsert /services/" + other);
        var ids = List.of(id.toString(), other.toString());
        var told = all(head, "&include=record").stream()
                .filter(change -> ids.contains(change.get("id")))
                .toList();
        assertTrue(
                told.stream()
                        .anyMatch(change -> change.get("op").equals("delete")
                                && change.get("id").equals(other.toString())),
                told.toString());
        told.forEach(change -> assertFalse(change.containsKey("record"), change.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"include=records", "wait_seconds=31", "wait_seconds=-1", "kind=x", "limit=5"})
    void whatCannotBeAskedIsRefused(String parameter) {
        given().get("/changes?after=now&" + parameter).then().statusCode(400);
    }

    private static List<Map<String, Object>> all(String cursor, String parameters) {
        var found = new ArrayList<Map<String, Object>>();
        var next = cursor;
        for (var more = true; more; ) {
            var page = given().get("/changes?after=" + next + parameters).jsonPath();
            found.addAll(page.getList("changes"));
            more = page.getBoolean("more");
            next = page.getString("next");
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.model.Cursor;
import org.nowrongdoor.search.query.CursorSealer;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A cursor tells its holder nothing, and no one makes one up. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class SealedCursorTest {

    private static final double KM = 12.345678;

    @Inject
    CursorSealer cursors;

    private static Response search(String cursor, String rest) {
        return given().contentType("application/json")
                .body(json("{'size': 1, 'after': '%s'%s}", cursor, rest))
                .post("/search");
    }

    @Test
    void noPartOfItIsTheDistanceOrTheRecord() {
        var id = UUID.randomUUID();
        var text = cursors.seal(new Cursor(7, KM, id, 20));
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        for (int i = 0; i + Double.BYTES <= bytes.limit(); i++) {
            assertNotEquals(KM, bytes.getDouble(i));
            assertNotEquals(id.getMostSignificantBits(), bytes.getLong(i));
        }
        for (int i = 0; i + Integer.BYTES <= bytes.limit(); i++) {
            assertNotEquals(7, bytes.getInt(i));
        }
    }

    @Test
    void itOpensForItsOwnQuestionAlone() {
        var cursor = new Cursor(7, KM, UUID.randomUUID(), 20);
        var text = cursors.seal(cursor);
        assertEquals(cursor, cursors.open(text, 7));
        assertEquals(text, cursors.seal(cursor), "the same answer has the same bytes");
        assertFalse(opens(text, 8));
        for (int i = 0; i < text.length() - 1; i += 5) {
            var changed = text.charAt(i) == 'A' ? 'B' : 'A';
            assertFalse(opens(text.substring(0, i) + changed + text.substring(i + 1), 7), "with letter " + i);
        }
        assertFalse(opens("", 7));
        assertFalse(opens("AAAA", 7));
    }

    private boolean opens(String text, int shape) {
        try {
            assertNotNull(cursors.open(text, shape));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void aForgedOneIsRefused() {
        // As cursors were before they were sealed: shape, value, id, passed.
        var bytes = ByteBuffer.allocate(32)
                .putInt(1)
                .putDouble(1)
                .putLong(2)
                .putLong(3)
                .putInt(4);
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        assertEquals(400, search(forged, "").statusCode());
        assertTrue(search(forged, "").asString().contains("not a cursor of this search"));
    }
}

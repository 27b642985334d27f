package org.nowrongdoor.access.key;

import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.KeysTest;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** A key that is revoked while something else is done to it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
class KeyRevocationTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";

    @Inject
    DataSource source;

    @Test
    void aRevocationIsNotTakenBackByARotationThatRunsBeside() throws Exception {
        var key = KeysTest.with(ADMIN)
                .body(json("{'name':'n','scopes':['keys:admin']}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract();
        String id = key.path("id");
        CompletableFuture<Integer> rotation;
        try (var revoking = source.getConnection()) {
            revoking.setAutoCommit(false);
            try (var statement = revoking.prepareStatement(
                    "update api_key set revoked_at = now(), version = version + 1 where id = ?::uuid")) {
                statement.setString(1, id);
                statement.executeUpdate();
            }
            rotation = CompletableFuture.supplyAsync(
                    () -> KeysTest.with(ADMIN)
                            .body("{}")
                            .post("/keys/" + id + "/rotation")
                            .statusCode(),
                    task -> new Thread(task).start());
            awaitBlocked();
            revoking.commit();
        }
        assertEquals(409, rotation.get(30, TimeUnit.SECONDS));
        KeysTest.with(ADMIN).get("/keys/" + id).then().body("revoked_at", notNullValue());
        KeysTest.with(key.path("key")).get("/keys").then().statusCode(401);
    }

    private void awaitBlocked() throws SQLException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%api_key%'")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        fail("the rotation does not wait for the revocation");
    }
}

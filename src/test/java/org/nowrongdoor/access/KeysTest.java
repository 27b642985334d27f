package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init")
public class KeysTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";

    @Inject
    EntityManager entities;

    @Inject
    AuditLog audit;

    public static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static ValidatableResponse create(String by, String body) {
        return with(by).body(body).post("/keys").then();
    }

    private static String keyFor(String scope) {
        return create(ADMIN, json("{'name':'n','scopes':['%s']}", scope))
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void aKeyIsShownOnceAndStoredHashed() {
        var created = create(ADMIN, json("{'name':'Partner','scopes':['keys:admin']}"))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", containsString("/keys/"))
                .body("id", notNullValue())
                .extract();
        String key = created.path("key");
        assertTrue(key.matches("nwd_[A-Za-z0-9_-]{43}"), key);
        with(key).get("/keys").then().statusCode(200).body(not(containsString(key)));
        var row = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select k::text from api_key k where id = :id", String.class)
                        .setParameter("id", UUID.fromString(created.path("id")))
                        .getSingleResult());
        assertFalse(row.toString().contains(key.substring(12)), "the key itself is stored");
    }

    @Test
    void aRevokedKeyIsDeadAtOnce() {
        var created =
                create(ADMIN, json("{'name':'n','scopes':['keys:admin']}")).extract();
        String key = created.path("key");
        with(key).get("/keys").then().statusCode(200);
        with(ADMIN).delete("/keys/" + created.path("id")).then().statusCode(204);
        with(key)
                .get("/keys")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("/problems/unauthorized"));
        with(ADMIN).get("/keys/" + created.path("id")).then().body("revoked_at", notNullValue());
    }

    @Test
    void aKeyThatAnotherNodeRevokedIsDeadAtOnce() {
        var created =
                create(ADMIN, json("{'name':'n','scopes':['keys:admin']}")).extract();
        String key = created.path("key");
        with(key).get("/keys").then().statusCode(200);
        // What another node does reaches this one through the table alone.
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update api_key set revoked_at = now() where id = :id")
                        .setParameter("id", UUID.fromString(created.path("id")))
                        .executeUpdate());
        with(key).get("/keys").then().statusCode(401);
    }

    @Test
    void theDayOfTheLastUseIsKeptAndNothingFiner() {
        var created =
                create(ADMIN, json("{'name':'n','scopes':['keys:admin']}")).extract();
        var path = "/keys/" + created.path("id");
        with(ADMIN).get(path).then().body("last_used_on", nullValue());
        with(created.path("key")).get("/keys").then().statusCode(200);
        with(ADMIN).get(path).then().body("last_used_on", matchesPattern("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void anExpiredKeyOpensNothing() {
        var created = create(
                        ADMIN, json("{'name':'n','scopes':['keys:admin'],'expires_at':'2999-01-01T00:00:00+01:00'}"))
                .statusCode(201)
                .extract();
        String key = created.path("key");
        with(key).get("/keys").then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("update ApiKey set expiresAt = :past where id = :id")
                        .setParameter("past", Instant.EPOCH)
                        .setParameter("id", UUID.fromString(created.path("id")))
                        .executeUpdate());
        with(key).get("/keys").then().statusCode(401);
    }

    @Test
    void noKeyOutlivesTheOneThatMadeIt() {
        String maker = create(
                        ADMIN, json("{'name':'m','scopes':['keys:admin'],'expires_at':'2998-01-01T00:00:00+00:00'}"))
                .extract()
                .path("key");
        create(maker, json("{'name':'n','scopes':['keys:admin']}"))
                .statusCode(201)
                .body("about.expires_at", equalTo("2998-01-01T00:00:00Z"));
        create(maker, json("{'name':'n','scopes':['keys:admin'],'expires_at':'2998-01-01T00:00:01+00:00'}"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expires_at"));
        create(maker, json("{'name':'n','scopes':['keys:admin'],'expires_at':'2997-01-01T00:00:00+00:00'}"))
                .statusCode(201);
    }

    @Test
    void aRotatedKeyOverlapsWithItsSuccessor() {
        var old = create(ADMIN, json("{'name':'n','scopes':['keys:admin']}")).extract();
        var next = with(ADMIN)
                .body(json("{'overlap_hours': 1}"))
                .post("/keys/" + old.path("id") + "/rotation")
                .then()
                .statusCode(201)
                .extract();
        with(old.path("key")).get("/keys").then().statusCode(200);
        with(next.path("key")).get("/keys").then().statusCode(200);
        with(ADMIN).get("/keys/" + old.path("id")).then().body("expires_at", notNullValue());
        var last = with(ADMIN)
                .body(json("{'overlap_hours': 0}"))
                .post("/keys/" + next.path("id") + "/rotation")
                .then()
                .statusCode(201)
                .extract();
        with(next.path("key")).get("/keys").then().statusCode(401);
        with(last.path("key")).get("/keys").then().statusCode(200);
    }

    @Test
    void aKeyWithoutTheScopeIsForbiddenAndNoKeyIsUnauthorized() {
        with(keyFor("stats:read")).get("/keys").then().statusCode(403).body("detail", containsString("keys:admin"));
        given().get("/keys").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        with("nwd_wrong").get("/keys").then().statusCode(401);
        with("").get("/keys").then().statusCode(401);
        given().header("Authorization", "Basic YTpi").get("/keys").then().statusCode(401);
    }

    @Test
    void aWrongKeyIsRefusedEvenWhereNoneIsNeeded() {
        with("nwd_wrong").get("/problems").then().statusCode(401);
    }

    @Test
    void anOrganisationsAdminSeesItsOwnKeysAlone() {
        var mine = UUID.randomUUID();
        String admin = create(
                        ADMIN, json("{'name':'a','scopes':['keys:admin','stats:read'],'organization_id':'%s'}", mine))
                .extract()
                .path("key");
        var foreign =
                create(ADMIN, json("{'name':'f','scopes':['stats:read']}")).extract();
        var own = create(admin, json("{'name':'o','scopes':['stats:read']}"))
                .statusCode(201)
                .body("about.organization_id", equalTo(mine.toString()))
                .extract();
        with(admin).get("/keys").then().body("keys.organization_id", everyItem(equalTo(mine.toString())));
        with(admin).get("/keys").then().body("keys.id", hasItem((String) own.path("id")));
        var missing = with(admin)
                .get("/keys/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(
                missing,
                with(admin)
                        .get("/keys/" + foreign.path("id"))
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString());
        with(admin).delete("/keys/" + foreign.path("id")).then().statusCode(404);
        create(admin, json("{'name':'x','scopes':['stats:read'],'organization_id':'%s'}", UUID.randomUUID()))
                .statusCode(422);
    }

    @Test
    void anEmbedKeyReadsFromItsOwnPagesOnly() {
        String key = create(ADMIN, "{\"name\":\"w\",\"origins\":[\"https://partner.example\"]}")
                .statusCode(201)
                .extract()
                .path("key");
        assertTrue(key.startsWith("nwd_pub_"), key);
        with(key)
                .header("Origin", "https://partner.example")
                .get("/problems")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://partner.example")
                .header("Vary", containsString("origin"));
        with(key)
                .header("Origin", "https://other.example")
                .get("/problems")
                .then()
                .statusCode(403);
        with(key).get("/problems").then().statusCode(403);
        with(key)
                .header("Origin", "https://partner.example")
                .get("/keys")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyThatMakesNoSenseIsRefused() {
        create(ADMIN, json("{'name':'n'}")).statusCode(422);
        create(ADMIN, "{\"name\":\"n\",\"scopes\":[\"stats:read\"],\"origins\":[\"https://a.example\"]}")
                .statusCode(422);
        create(ADMIN, json("{'name':'n','scopes':['directory:wrte']}"))
                .statusCode(400)
                .body("detail", containsString("did you mean \"directory:write\"?"));
        create(ADMIN, "{\"name\":\"n\",\"origins\":[\"https://a.example/path\"]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/origins/0"));
        create(ADMIN, json("{'name':'n','scopes':['stats:read'],'expires_at':'2001-01-01T00:00:00Z'}"))
                .statusCode(422);
        create(ADMIN, json("{'name':' ','scopes':['stats:read']}")).statusCode(400);
    }

    @Test
    void everyDeedWithAKeyIsInTheAuditAndTheChainHolds() {
        var created =
                create(ADMIN, json("{'name':'n','scopes':['stats:read']}")).extract();
        String id = created.path("id");
        with(ADMIN).delete("/keys/" + id).then().statusCode(204);
        with(ADMIN)
                .get("/audit?limit=1000")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("entries.findAll { it.id == '" + id + "' }.action", equalTo(List.of("create", "revoke")))
                .body("entries.findAll { it.id == '" + id + "' }.actor", everyItem(equalTo("admin")));
    }

    @Test
    void anAuditEntryCannotBeChangedOrTakenOut() {
        create(ADMIN, json("{'name':'n','scopes':['stats:read']}")).statusCode(201);
        audit.chain();
        for (var deed : List.of("update audit_log set actor = 'x'", "delete from audit_log", "truncate audit_log")) {
            assertThrows(
                    PersistenceException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(deed).executeUpdate()));
        }
    }

    @Test
    void aForgedAuditEntryBreaksTheChain() {
        for (int i = 0; i < 3; i++) {
            create(ADMIN, json("{'name':'n','scopes':['stats:read']}")).statusCode(201);
        }
        audit.chain();
        long last = QuarkusTransaction.requiringNew().call(() ->
                (Long) entities.createQuery("select max(seq) from AuditRow").getSingleResult());
        forge("update audit_log set actor = 'x' || actor where seq = " + (last - 1));
        with(ADMIN).get("/audit?after=" + (last - 3)).then().body("intact", equalTo(false));
        forge("update audit_log set actor = substr(actor, 2) where seq = " + (last - 1));
        with(ADMIN).get("/audit?after=" + (last - 3)).then().body("intact", equalTo(true));
    }

    private void forge(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("alter table audit_log disable trigger user")
                    .executeUpdate();
            entities.createNativeQuery(statement).executeUpdate();
            entities.createNativeQuery("alter table audit_log enable trigger user")
                    .executeUpdate();
        });
    }
}

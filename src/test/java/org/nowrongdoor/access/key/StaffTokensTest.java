package org.nowrongdoor.access.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.access.KeysTest;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = TokenIssuer.class, restrictToAnnotatedClass = true)
class StaffTokensTest {

    // 2100 and 2001
    private static final String VALID = json("'exp':4102444800");
    private static final String EXPIRED = json("'exp':978307200");

    private static String sign(String claims) {
        return TokenIssuer.sign(json("'sub':'staff-7','aud':'%s',%s", TokenIssuer.AUDIENCE, claims));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token).get("/keys").statusCode();
    }

    @Test
    void aTokenOpensWhatItsScopesName() {
        KeysTest.with(sign(json("%s,'scope':'openid keys:admin'", VALID)))
                .get("/keys")
                .then()
                .statusCode(200);
        KeysTest.with(sign(json("%s,'groups':['keys:admin']", VALID)))
                .get("/keys")
                .then()
                .statusCode(200);
        KeysTest.with(sign(json("%s,'scope':'stats:read'", VALID)))
                .get("/keys")
                .then()
                .statusCode(403);
        KeysTest.with(sign(VALID)).get("/keys").then().statusCode(403);
        KeysTest.with(sign(VALID)).get("/problems").then().statusCode(200);
    }

    @Test
    void aTokenThatIsNotValidOpensNothing() {
        var scope = json(",'scope':'keys:admin'");
        assertAll(
                () -> assertEquals(401, status(sign(EXPIRED + scope))),
                () -> assertEquals(
                        401,
                        status(TokenIssuer.forge(
                                json("'sub':'staff-7','aud':'%s',%s%s", TokenIssuer.AUDIENCE, VALID, scope)))),
                () -> assertEquals(
                        401,
                        status(TokenIssuer.part(json("{'alg':'none'}")) + "."
                                + TokenIssuer.part(json("{'sub':'x',%s%s}", VALID, scope)) + ".")),
                () -> assertEquals(401, status("a.b.c")),
                () -> assertEquals(401, status("opaque")));
    }

    @Test
    void whatATokenDoesIsDoneByItsSubjectForItsOrganisation() {
        var mine = UUID.randomUUID();
        var token = sign(json("%s,'scope':'keys:admin stats:read','organization_id':'%s'", VALID, mine));
        String id = KeysTest.with(token)
                .body(json("{'name':'n','scopes':['stats:read']}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        KeysTest.with(token).get("/keys").then().body("keys.organization_id", everyItem(equalTo(mine.toString())));
        KeysTest.with("nwd_admin-of-the-tests")
                .get("/audit?limit=1000")
                .then()
                .body(
                        "entries.findAll { it.id == '" + id + "' }.actor",
                        hasItem(matchesPattern("oidc:[0-9a-f]{12}:staff-7")));
    }

    @Test
    void aTokenForAnotherProgramOpensNothing() {
        var scope = json("'sub':'staff-7',%s,'scope':'keys:admin'", VALID);
        assertAll(
                () -> assertEquals(401, status(TokenIssuer.sign(scope))),
                () -> assertEquals(401, status(TokenIssuer.sign(scope + json(",'aud':'some-other-app'")))),
                () -> assertEquals(401, status(TokenIssuer.sign(scope + json(",'aud':[]")))),
                () -> assertEquals(
                        200,
                        status(TokenIssuer.sign(
                                scope + json(",'aud':['some-other-app','%s']", TokenIssuer.AUDIENCE)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\\nb", "a\\u0000", "a\\u009bb", "a\\u202eb", "a\\u2028b", "a\\u200bb", "a\\ud800b"})
    void aSubjectThatCannotBeWrittenDownOpensNothing(String subject) {
        var claims = "\"sub\":\"%s\",".formatted(subject)
                + json("'aud':'%s',%s,'scope':'keys:admin'", TokenIssuer.AUDIENCE, VALID);
        assertEquals(401, status(TokenIssuer.sign(claims)));
    }

    @Test
    void aSubjectIsAsLongAsOpenIdConnectAllows() {
        var claims = json("'sub':'%s','aud':'%s',%s,'scope':'keys:admin'");
        assertEquals(200, status(TokenIssuer.sign(claims.formatted("x".repeat(255), TokenIssuer.AUDIENCE, VALID))));
        assertEquals(401, status(TokenIssuer.sign(claims.formatted("x".repeat(256), TokenIssuer.AUDIENCE, VALID))));
    }

    @Test
    void nobodyBecomesTheOperatorOrAKeyByTheNameOfASubject() {
        var key = KeysTest.with("nwd_admin-of-the-tests")
                .body(json("{'name':'n','scopes':['keys:admin']}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract();
        for (var subject : List.of("admin", key.<String>path("id"), "system")) {
            var token = TokenIssuer.sign(json(
                    "'sub':'%s','aud':'%s',%s,'scope':'keys:admin referrals:write'",
                    subject, TokenIssuer.AUDIENCE, VALID));
            KeysTest.with(token)
                    .body(json("{'name':'n','scopes':['stats:read']}"))
                    .post("/keys")
                    .then()
                    .statusCode(201)
                    .body("about.created_by", matchesPattern("oidc:[0-9a-f]{12}:" + subject))
                    .body("about.made_by", matchesPattern("oidc:[0-9a-f]{12}:" + subject));
            KeysTest.with(token)
                    .body(json("{'url':'https://hooks.invalid/x','events':['referral.updated']}"))
                    .post("/webhooks")
                    .then()
                    .statusCode(409);
        }
    }
}

package org.nowrongdoor.access.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.access.KeysTest;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = TokenIssuer.class, restrictToAnnotatedClass = true)
class StaffTokensTest {

    // 2100 and 2001
    private static final String VALID = json("'exp':4102444800");
    private static final String EXPIRED = json("'exp':978307200");

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token).get("/keys").statusCode();
    }

    @Test
    void aTokenOpensWhatItsScopesName() {
        KeysTest.with(TokenIssuer.sign(json("%s,'scope':'openid keys:admin'", VALID)))
                .get("/keys")
                .then()
                .statusCode(200);
        KeysTest.with(TokenIssuer.sign(json("%s,'groups':['keys:admin']", VALID)))
                .get("/keys")
                .then()
                .statusCode(200);
        KeysTest.with(TokenIssuer.sign(json("%s,'scope':'stats:read'", VALID)))
                .get("/keys")
                .then()
                .statusCode(403);
        KeysTest.with(TokenIssuer.sign(VALID)).get("/keys").then().statusCode(403);
        KeysTest.with(TokenIssuer.sign(VALID)).get("/problems").then().statusCode(200);
    }

    @Test
    void aTokenThatIsNotValidOpensNothing() {
        var scope = json(",'scope':'keys:admin'");
        assertAll(
                () -> assertEquals(401, status(TokenIssuer.sign(EXPIRED + scope))),
                () -> assertEquals(401, status(TokenIssuer.forge(VALID + scope))),
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
        var token = TokenIssuer.sign(json("%s,'scope':'keys:admin','organization_id':'%s'", VALID, mine));
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
                .body("entries.findAll { it.id == '" + id + "' }.actor", hasItem("staff-7"));
    }
}

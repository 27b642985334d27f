package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Scope;

/** What belongs to one organisation, or to none. */
final class OwnedRecords {

    static final String ADMIN = "nwd_admin-of-the-tests";

    private static final String[] ALL_SCOPES =
            Arrays.stream(Scope.values()).map(scope -> scope.wire).toArray(String[]::new);

    /** Null for records without organisation. */
    final @Nullable UUID owner;

    /** A key of the organisation with every scope. */
    final String key;

    OwnedRecords(@Nullable UUID owner) {
        this.owner = owner;
        if (owner != null) {
            assertEquals(
                    201,
                    with(ADMIN)
                            .body(json("{'name':'Owner','description':'Runs things.'}"))
                            .put("/organizations/" + owner)
                            .statusCode());
        }
        key = key(ADMIN, ALL_SCOPES).path("key");
    }

    static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    static RequestSpecification patching(String key) {
        return given().header("Authorization", "Bearer " + key)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json");
    }

    /** A key of this organisation that another key makes. */
    Response key(String maker, String... scopes) {
        return made(with(maker)
                .body(json("{'name':'owned','scopes':['%s']%s}", String.join("\",\"", scopes), named()))
                .post("/keys"));
    }

    private String named() {
        return owner == null ? "" : json(",'organization_id':'%s'", owner);
    }

    private static Response made(Response answer) {
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer;
    }

    String service(String policy) {
        var id = UUID.randomUUID().toString();
        made(with(ADMIN)
                .body(json(
                        "{'name':'Owned','status':'active','phones':[{'number':'612-555-0101','type':'voice'}],"
                                + "'location_policy':'%s'%s}",
                        policy, named()))
                .put("/services/" + id));
        return id;
    }

    String location(String policy) {
        var id = UUID.randomUUID().toString();
        made(with(ADMIN)
                .body(json("{'location_type':'virtual','location_policy':'%s'%s}", policy, named()))
                .put("/locations/" + id));
        return id;
    }

    /** A record for which a key of another maker proposed a less strict policy. */
    String proposed(String what) {
        var id = what.equals("services") ? service("confidential") : location("confidential");
        String maker = key(ADMIN, "keys:admin", "directory:write").path("key");
        String writer = key(maker, "directory:write").path("key");
        assertEquals(
                202,
                patching(writer)
                        .body(json("{'location_policy':'public'}"))
                        .patch("/" + what + "/" + id)
                        .statusCode());
        return id;
    }

    String referral() {
        return made(with(key)
                        .body(json("{'service_id':'%s'}", service("public")))
                        .post("/referrals"))
                .path("id");
    }

    /** A subscription; those that were there go, for there may be 20 of an organisation, or of none. */
    String webhook() {
        with(key)
                .get("/webhooks")
                .jsonPath()
                .<String>getList("webhooks.id")
                .forEach(old -> with(key).delete("/webhooks/" + old));
        return made(with(key)
                        .body(json("{'url':'https://hooks.invalid/hook','events':['referral.updated']}"))
                        .post("/webhooks"))
                .path("id");
    }

    String invitation(String service) {
        String url = made(with(key).body("{}").post("/services/" + service + "/invitations"))
                .path("url");
        return url.replaceFirst(".*(/provider/[^/]+)/page", "$1");
    }

    String declined() {
        var id = service("public");
        var answer = with(ADMIN).body(json("{'confirm':true}")).post(invitation(id) + "/decline");
        assertEquals(200, answer.statusCode(), answer.asString());
        return id;
    }

    /** A correction of a service, that waits for an editor. */
    String corrected() {
        var id = service("public");
        var answer = given().contentType("application/json")
                .body(json("{'field':'phones','says':'It closed.'}"))
                .post("/services/" + id + "/corrections");
        assertEquals(202, answer.statusCode(), answer.asString());
        return with(ADMIN).get("/corrections?service_id=" + id).path("corrections[0].id");
    }

    String imported() {
        var answer = with(key).body("[]").post("/imports");
        assertEquals(202, answer.statusCode(), answer.asString());
        return answer.path("id");
    }
}

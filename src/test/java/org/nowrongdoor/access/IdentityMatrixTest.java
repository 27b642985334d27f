package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.storage.PostgresForTests;

/** Every endpoint that the description names, asked by everybody there is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IdentityMatrixTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";
    private static final String SITE = "https://partner.example";

    enum Identity {
        NONE,
        WRONG,
        REVOKED,
        EXPIRED,
        OTHER_SCOPE,
        EMBED,
        RIGHT,
        ADMIN
    }

    private record Endpoint(String method, String path, String mediaType, EndpointRule rule) {}

    private final List<Endpoint> endpoints = new ArrayList<>();

    @BeforeEach
    void readDescription() throws Exception {
        var rows = EndpointRules.ALL.stream()
                .collect(Collectors.toMap(rule -> rule.method() + " " + rule.shape(), rule -> rule));
        var text = given().get("/q/openapi?format=json").asString();
        new ObjectMapper()
                .readTree(text)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    var rule = rows.get(method + " " + EndpointRule.shape(path.getKey()));
                    if (rule != null) {
                        endpoints.add(new Endpoint(
                                method,
                                path.getKey()
                                        .replaceAll(
                                                "\\{[^}]*}", UUID.randomUUID().toString()),
                                mediaType(operation.getValue()),
                                rule));
                    }
                }));
        assertTrue(endpoints.size() > 5, "the description names hardly anything");
    }

    // Another type would be refused before anybody is asked who calls.
    private static String mediaType(JsonNode operation) {
        var types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    @ParameterizedTest
    @EnumSource(Identity.class)
    void everyEndpointAnswersThisIdentityAsTheTableSays(Identity identity) {
        for (var endpoint : endpoints) {
            var status = body(request(identity, endpoint.rule()), endpoint.mediaType())
                    .contentType(endpoint.mediaType())
                    .request(endpoint.method(), endpoint.path())
                    .statusCode();
            assertEquals(
                    expected(identity, endpoint.rule()),
                    status == 401 || status == 403 ? status : 0,
                    identity + " " + endpoint.method() + " " + endpoint.path() + " answered " + status);
        }
    }

    private static RequestSpecification body(RequestSpecification request, String mediaType) {
        return mediaType.equals("application/x-www-form-urlencoded")
                ? request.formParam("name", "x")
                : request.body("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** The status with which somebody is kept out, 0 for whoever gets in. */
    private static int expected(Identity identity, EndpointRule rule) {
        var keyed = rule.opening() == Opening.KEYED;
        return switch (identity) {
            case NONE -> keyed ? 401 : 0;
            case WRONG, REVOKED, EXPIRED -> 401;
            case OTHER_SCOPE -> keyed ? 403 : 0;
            case EMBED -> rule.opening() == Opening.READ ? 0 : 403;
            case RIGHT, ADMIN -> 0;
        };
    }

    private static RequestSpecification request(Identity identity, EndpointRule rule) {
        var request = given().header("Origin", SITE);
        var key = key(identity, rule);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static final Map<String, String> MADE = new java.util.concurrent.ConcurrentHashMap<>();

    private static String key(Identity identity, EndpointRule rule) {
        var right = rule.anyOf().stream().findFirst().orElse(Scope.STATS_READ);
        var other = List.of(Scope.values()).stream()
                .filter(scope -> !rule.anyOf().contains(scope))
                .findFirst()
                .orElseThrow();
        return switch (identity) {
            case NONE -> "";
            case WRONG -> "nwd_" + "A".repeat(43);
            case REVOKED -> MADE.computeIfAbsent("revoked", fresh -> revoked(right));
            case EXPIRED -> MADE.computeIfAbsent("expired", fresh -> expired(right));
            case OTHER_SCOPE -> MADE.computeIfAbsent(other.wire, wire -> made(Set.of(other)));
            case EMBED -> MADE.computeIfAbsent("embed", fresh -> create("\"origins\":[\"" + SITE + "\"]", "key"));
            case RIGHT -> MADE.computeIfAbsent(right.wire, wire -> made(Set.of(right)));
            case ADMIN -> ADMIN;
        };
    }

    private static String made(Set<Scope> scopes) {
        return create(
                "\"scopes\":[\"" + scopes.iterator().next().wire + "\"],\"organization_id\":\"" + UUID.randomUUID()
                        + "\"",
                "key");
    }

    private static String create(String what, String part) {
        return KeysTest.with(ADMIN)
                .body("{\"name\":\"matrix\"," + what + "}")
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path(part);
    }

    private static String revoked(Scope scope) {
        var key = KeysTest.with(ADMIN)
                .body("{\"name\":\"matrix\",\"scopes\":[\"" + scope.wire + "\"]}")
                .post("/keys")
                .then()
                .extract();
        KeysTest.with(ADMIN).delete("/keys/" + key.path("id")).then().statusCode(204);
        return key.path("key");
    }

    private static String expired(Scope scope) {
        var key = KeysTest.with(ADMIN)
                .body("{\"name\":\"matrix\",\"scopes\":[\"" + scope.wire + "\"]}")
                .post("/keys")
                .then()
                .extract();
        KeysTest.with(ADMIN)
                .body("{\"overlap_hours\":0}")
                .post("/keys/" + key.path("id") + "/rotation")
                .then()
                .statusCode(201);
        return key.path("key");
    }

    @Test
    void aForeignAndAMissingKeyAnswerAlike() {
        var foreign = KeysTest.with(ADMIN)
                .body("{\"name\":\"matrix\",\"scopes\":[\"stats:read\"]}")
                .post("/keys")
                .then()
                .extract()
                .<String>path("id");
        String own = create("\"scopes\":[\"keys:admin\"],\"organization_id\":\"" + UUID.randomUUID() + "\"", "key");
        for (var id : List.of(foreign, UUID.randomUUID().toString())) {
            var answer =
                    KeysTest.with(own).get("/keys/" + id).then().statusCode(404).extract();
            assertEquals("no key has this id", answer.path("detail"));
        }
    }
}

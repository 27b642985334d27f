package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nowrongdoor.access.EndpointRule.Opening;
import org.nowrongdoor.access.caller.Scope;
import org.nowrongdoor.drill.ForeignThings;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** Every endpoint that the description names, asked by everybody there is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IdentityMatrixTest {

    /** An id that nothing has. Not drawn by lot: the digits of some ids can be read as a telephone number. */
    private static final String NOBODYS = "a1a1a1a1-b2b2-4c3c-8d4d-e5e5e5e5e5e5";

    private static final String ADMIN = "nwd_admin-of-the-tests";
    private static final String SITE = "https://partner.example";

    enum Identity {
        NONE,
        WRONG,
        REVOKED,
        EXPIRED,
        OTHER_SCOPE,
        OTHER_ORGANISATION,
        EMBED,
        RIGHT,
        ACROSS,
        ADMIN
    }

    /** With what each endpoint answers a caller that it lets in, to an id that nothing has and almost nothing in the
     *  body. */
    private static Map<String, Integer> statuses() throws IOException {
        var statuses = new TreeMap<String, Integer>();
        try (var file = Objects.requireNonNull(IdentityMatrixTest.class.getResourceAsStream("/access/matrix.txt"))) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var end = line.lastIndexOf(' ');
                statuses.put(line.substring(0, end), Integer.valueOf(line.substring(end + 1)));
            }
        }
        return statuses;
    }

    @ParameterizedTest
    @EnumSource(Identity.class)
    void everyEndpointAnswersThisIdentityAsTheTableSays(Identity identity) throws IOException {
        var statuses = statuses();
        var wrong = new TreeMap<String, String>();
        for (var endpoint : Described.all()) {
            var nobodys = endpoint.path(NOBODYS);
            var path = identity == Identity.OTHER_ORGANISATION
                    ? theirs(endpoint.rule()).orElse(nobodys)
                    : nobodys;
            var status = body(request(identity, endpoint.rule()), endpoint)
                    .contentType(endpoint.mediaType())
                    .request(endpoint.method(), path)
                    .statusCode();
            var kept = keptOut(identity, endpoint.rule());
            var expected = kept == 0 ? statuses.getOrDefault(endpoint.name(), 0) : kept;
            if (status != expected) {
                wrong.put(endpoint.name(), status + " for " + expected);
            }
        }
        assertEquals(Map.of(), wrong, identity.toString());
        assertEquals(
                Described.all().stream().map(Described::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(statuses.keySet()),
                "src/test/resources/access/matrix.txt names every endpoint");
    }

    private static RequestSpecification body(RequestSpecification request, Described endpoint) {
        if (endpoint.mediaType().equals("application/x-www-form-urlencoded")) {
            return request.formParam("name", "x");
        }
        return request.body((endpoint.path().endsWith("/transitions") ? json("{'to':'received'}") : "{}")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The status with which someone is kept out, 0 for anyone who gets in. */
    private static int keptOut(Identity identity, EndpointRule rule) {
        var keyed = rule.opening() == Opening.KEYED;
        return switch (identity) {
            case NONE -> keyed ? 401 : 0;
            case WRONG, REVOKED, EXPIRED -> 401;
            case OTHER_SCOPE -> keyed ? 403 : 0;
            case EMBED -> rule.opening() == Opening.READ ? 0 : 403;
            // What is another's does not exist: the same as for an id that nothing has.
            case OTHER_ORGANISATION, RIGHT -> rule.isShared() || isAnOrganisationOfItsOwn(rule) ? 403 : 0;
            case ACROSS, ADMIN -> 0;
        };
    }

    /** The key of an organisation makes no other one. */
    private static boolean isAnOrganisationOfItsOwn(EndpointRule rule) {
        return rule.method().equals("PUT") && rule.shape().equals("/organizations/{}");
    }

    private static RequestSpecification request(Identity identity, EndpointRule rule) {
        var request = given().header("Origin", SITE);
        var key = key(identity, rule);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static final Supplier<ForeignThings> THINGS = new Supplier<>() {
        private ForeignThings made;

        @Override
        public ForeignThings get() {
            made = made == null ? new ForeignThings() : made;
            return made;
        }
    };

    private static final Map<String, String> MADE = new ConcurrentHashMap<>();

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
            case EMBED -> MADE.computeIfAbsent("embed", fresh -> create(json("'origins':['%s']", SITE), "key"));
            case OTHER_ORGANISATION ->
                theirs(rule).map(door -> THINGS.get().stranger).orElseGet(() -> key(Identity.RIGHT, rule));
            case RIGHT -> MADE.computeIfAbsent(right.wire, wire -> made(Set.of(right)));
            case ACROSS ->
                MADE.computeIfAbsent(
                        "across " + right.wire, fresh -> create(json("'scopes':['%s']", right.wire), "key"));
            case ADMIN -> ADMIN;
        };
    }

    /** The path of something of this kind that another organisation owns. */
    private static Optional<String> theirs(EndpointRule rule) {
        return THINGS.get().doors.stream()
                .filter(door -> door.method().equals(rule.method())
                        && EndpointRule.shape(rule.path())
                                .equals(EndpointRule.shape(door.path().replaceAll("%s|(?<=deliveries/)[^/]+", "{id}"))))
                .map(door -> door.path().formatted(door.foreign()))
                .findFirst();
    }

    private static String made(Set<Scope> scopes) {
        return create(
                json("'scopes':['%s'],'organization_id':'%s'", scopes.iterator().next().wire, UUID.randomUUID()),
                "key");
    }

    private static String create(String what, String part) {
        return KeysTest.with(ADMIN)
                .body(json("{'name':'matrix',%s}", what))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .path(part);
    }

    private static String revoked(Scope scope) {
        var key = KeysTest.with(ADMIN)
                .body(json("{'name':'matrix','scopes':['%s']}", scope.wire))
                .post("/keys")
                .then()
                .extract();
        KeysTest.with(ADMIN).delete("/keys/" + key.path("id")).then().statusCode(204);
        return key.path("key");
    }

    private static String expired(Scope scope) {
        var key = KeysTest.with(ADMIN)
                .body(json("{'name':'matrix','scopes':['%s']}", scope.wire))
                .post("/keys")
                .then()
                .extract();
        KeysTest.with(ADMIN)
                .body(json("{'overlap_hours':0}"))
                .post("/keys/" + key.path("id") + "/rotation")
                .then()
                .statusCode(201);
        return key.path("key");
    }

    @Test
    void aForeignAndAMissingKeyAnswerAlike() {
        var foreign = KeysTest.with(ADMIN)
                .body(json("{'name':'matrix','scopes':['stats:read']}"))
                .post("/keys")
                .then()
                .extract()
                .<String>path("id");
        String own = create(json("'scopes':['keys:admin'],'organization_id':'%s'", UUID.randomUUID()), "key");
        for (var id : List.of(foreign, UUID.randomUUID().toString())) {
            var answer =
                    KeysTest.with(own).get("/keys/" + id).then().statusCode(404).extract();
            assertEquals("no key has this id", answer.path("detail"));
        }
    }
}

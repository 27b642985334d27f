package org.nowrongdoor.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(LimitsTest.Narrow.class)
class LimitsTest {

    /** Few requests for each; addresses told apart by what a trusted proxy says. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "directory.access.anonymous-per-minute", "5",
                    "directory.access.key-per-minute", "3",
                    "directory.access.wrong-keys-per-minute", "2",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    @Test
    void anAddressHasItsShareAndIsToldWhenToComeBack() {
        for (int i = 4; i >= 0; i--) {
            from("192.0.2.1")
                    .get("/problems")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"anonymous\";q=5;w=60")
                    .header("RateLimit", matchesPattern("\"anonymous\";r=" + i + ";t=\\d+"));
        }
        from("192.0.2.1")
                .get("/problems")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]|1[0-2]"))
                .header("RateLimit", containsString("r=0"))
                .body("type", equalTo("/problems/too-many-requests"));
        from("192.0.2.2").get("/problems").then().statusCode(200);
        from("192.0.2.1").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void aNetworkOfIpv6AddressesIsOneCaller() {
        for (int i = 0; i < 5; i++) {
            from("2001:db8:0:1::" + i).get("/problems").then().statusCode(200);
        }
        from("2001:db8:0:1:ffff::1").get("/problems").then().statusCode(429);
        from("2001:db8:0:2::1").get("/problems").then().statusCode(200);
    }

    @Test
    void aKeyHasAShareOfItsOwn() {
        for (int i = 0; i < 3; i++) {
            KeysTest.with("nwd_admin-of-the-tests").get("/problems").then().statusCode(200);
        }
        KeysTest.with("nwd_admin-of-the-tests")
                .get("/problems")
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", "\"key\";q=3;w=60");
    }

    @Test
    void whoeverTriesKeysIsStopped() {
        for (int i = 0; i < 2; i++) {
            from("192.0.2.9")
                    .header("Authorization", "Bearer nwd_" + i)
                    .get("/problems")
                    .then()
                    .statusCode(401);
        }
        from("192.0.2.9")
                .header("Authorization", "Bearer nwd_x")
                .get("/problems")
                .then()
                .statusCode(429);
        from("192.0.2.9").get("/problems").then().statusCode(200);
    }
}

package org.nowrongdoor.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.Json;
import org.nowrongdoor.support.RawConnection;

/** What a request calls us, by whatever header, is in nothing that we say. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HostTest {

    private static final String ADMIN = "nwd_admin-of-the-tests";
    private static final String EVIL = "evil.example";

    private static String ask(String method, String path, String body) throws IOException {
        var reply = RawConnection.send(
                "%s %s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-Host: %s\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: /%s\r\nForwarded: host=%s;proto=gopher\r\nX-Original-URL: /%s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(method, path, EVIL, EVIL, EVIL, EVIL, EVIL, ADMIN, body.length(), body));
        assertEquals(1, reply.statuses().size(), reply.text());
        var text = reply.text().toLowerCase(Locale.ROOT);
        assertFalse(text.contains(EVIL) || text.contains("gopher"), () -> path + "\n" + reply.text());
        return reply.text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/services?per_page=1",
                "/services/none",
                "/fhir/metadata",
                "/fhir/HealthcareService?_count=1",
                "/fhir/Location?_count=1",
                "/fhir/Organization?_count=1",
                "/q/openapi",
                "/q/openapi?format=json",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/health",
                "/q",
                "/problems",
                "/changes?after=0",
                "/data-guide.html",
                "/hsds-profile.json",
                "/audit",
                "/nowhere"
            })
    void itIsInNoAnswer(String path) throws Exception {
        ask("GET", path, "");
    }

    @Test
    void itIsInNoLinkThatIsMade() throws Exception {
        var id = UUID.randomUUID();
        var made = ask(
                "PUT",
                "/services/" + id,
                Json.json(
                        "{'id': '%s', 'name': 'Host', 'status': 'active', 'organization': {'id': '%s', 'name': 'Host', 'description': 'helps'}}",
                        id, UUID.randomUUID()));
        assertTrue(made.startsWith("HTTP/1.1 201"), made);
        var invitation = ask("POST", "/services/" + id + "/invitations", "{}");
        assertTrue(invitation.contains("\"url\":\"/provider/"), invitation);
        var referral = ask("POST", "/referrals", Json.json("{'service_id': '%s'}", id));
        assertTrue(referral.contains("\"answer_url\":\"/answer/"), referral);
        assertTrue(referral.contains("Location: /referrals/"), referral);
        ask("POST", "/webhooks", Json.json("{'url': 'https://partner.example/hook'}"));
        ask("POST", "/keys", Json.json("{'name': 'Host', 'scopes': ['stats:read']}"));
        ask("GET", "/fhir/HealthcareService/" + id, "");
        ask("GET", "/services/" + id + "?full=true", "");
    }

    @Test
    void aLinkOfTheRootIsAPathThatLeadsThere() {
        var root = given().get("/").jsonPath();
        assertEquals("/q/openapi?format=json", root.getString("openapi_url"));
        given().get(root.getString("profile")).then().statusCode(200);
    }
}

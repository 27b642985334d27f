package org.nowrongdoor.directory;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.StoredForTests.aService;
import static org.nowrongdoor.support.StoredForTests.anOrganization;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConditionalAnswerTest {

    private final UUID organization = UUID.randomUUID();
    private final UUID service = UUID.randomUUID();
    private final String list = "/services?organization_id=" + organization;
    private final String one = "/services/" + service;

    @Inject
    StoredForTests stored;

    @BeforeEach
    void store() {
        stored.organization(anOrganization(organization, "Open Doors"));
        stored.service(aService(service, organization, ""));
    }

    @AfterEach
    void forget() {
        stored.forget();
    }

    @Test
    void whoHasItAlreadyGets304WithTheSameTag() {
        for (var path : new String[] {one, list, "/organizations/" + organization}) {
            var tag = get(path).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Last-Modified", equalTo("Sun, 01 Mar 2026 10:00:00 GMT"))
                    .body(blankOrNullString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"other\", %s", "W/%s", "\"other\",W/%s"})
    void ifNoneMatchComparesWeaklyAndTakesLists(String header) {
        var tag = get(one).header("ETag");
        given().header("If-None-Match", String.format(header, tag))
                .get(one)
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"other\"").get(one).then().statusCode(200);
    }

    @Test
    void theTagChangesWithWhatIsNested() {
        var before = get(one).header("ETag");
        stored.organization(anOrganization(organization, "Wide Open Doors"));
        assertNotEquals(before, get(one).header("ETag"));
    }

    @Test
    void anExpiredCapacityReadsUnknownAndChangesTheTag() {
        var capacity = json(", 'capacity': {'code': '%s', 'expires_at': '%s'}");
        stored.service(aService(service, organization, String.format(capacity, "waitlist", "2100-01-01T00:00:00Z")));
        var fresh = get(one);
        assertEquals("waitlist", fresh.path("capacity.code"));
        stored.service(aService(service, organization, String.format(capacity, "waitlist", "2001-01-01T00:00:00Z")));
        var expired = get(one);
        assertEquals("unknown", expired.path("capacity.code"));
        assertNotEquals(fresh.header("ETag"), expired.header("ETag"));
        get(list).then().body("contents[0].capacity.code", equalTo("unknown"));
    }

    @Test
    void headAnswersTheHeadersOfGetWithoutABody() {
        var tag = get(one).header("ETag");
        given().head(one).then().statusCode(200).header("ETag", equalTo(tag)).body(blankOrNullString());
        given().head(list).then().statusCode(200).header("ETag", not(blankOrNullString()));
    }

    @Test
    void whoAcceptsGzipGetsIt() throws Exception {
        var asItComes = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
        var plain = given().config(asItComes).get(one);
        plain.then().header("Content-Encoding", nullValue());
        var zipped = given().config(asItComes).header("Accept-Encoding", "gzip").get(one);
        zipped.then().header("Content-Encoding", equalTo("gzip"));
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.asByteArray()))) {
            assertEquals(plain.asString(), new String(unzipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

package org.nowrongdoor.directory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.support.HsdsSchemas.assertValid;
import static org.nowrongdoor.support.HsdsSchemas.tree;
import static org.nowrongdoor.support.Json.json;
import static org.nowrongdoor.support.StoredForTests.aService;
import static org.nowrongdoor.support.StoredForTests.anOrganization;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.StoredForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NdjsonTest {

    private final UUID organization = UUID.randomUUID();

    @Inject
    StoredForTests stored;

    @BeforeEach
    void store() {
        stored.organization(anOrganization(organization, "Open Doors"));
    }

    @AfterEach
    void forget() {
        stored.sql("delete from service where organization_id = '" + organization + "'");
        stored.forget();
    }

    @Test
    void theWholeListIsStreamedOneRecordALine() {
        var template = UUID.randomUUID();
        stored.service(aService(template, organization, json(", 'description': '%s'", "long ".repeat(200))));
        // 20,000 with the template; each copy has an id of its own, in the column and so in the view
        stored.sql(
                "insert into service (id, organization_id, name, status, kind, location_policy, term_ids, last_modified, body)"
                        + " select gen_random_uuid(), organization_id, name, status, kind, location_policy, term_ids, last_modified, body"
                        + " from service, generate_series(1, 19999) where id = '" + template + "'");
        var answer = given().queryParam("format", "ndjson")
                .queryParam("full", true)
                .queryParam("organization_id", organization)
                .get("/services");
        answer.then().statusCode(200).contentType("application/x-ndjson").header("ETag", nullValue());
        var ids = answer.asString()
                .lines()
                .map(line -> tree(line).path("id").asText())
                .collect(Collectors.toSet());
        assertEquals(20_000, ids.size());
    }

    @Test
    void acceptAsksForNdjsonAsWell() {
        stored.service(aService(UUID.randomUUID(), organization, ""));
        stored.service(aService(UUID.randomUUID(), organization, ""));
        for (var accept : new String[] {"application/x-ndjson", "application/x-ndjson, application/json;q=0.5"}) {
            var answer = given().accept(accept).get("/services?organization_id=" + organization);
            answer.then().contentType("application/x-ndjson");
            assertEquals(2, answer.asString().lines().count());
            answer.asString().lines().forEach(line -> assertValid("service", tree(line)));
        }
        given().accept("*/*").get("/services?per_page=1").then().contentType(ContentType.JSON);
        given().accept("application/json, application/x-ndjson;q=0.5")
                .get("/services?per_page=1")
                .then()
                .contentType(ContentType.JSON);
    }
}

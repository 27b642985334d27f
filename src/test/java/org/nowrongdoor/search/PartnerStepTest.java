package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;

/** Next steps and the preview of a referral name who can introduce to a service and who gives legal advice to its clients. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PartnerStepTest {

    private static final UUID HOUSE = id("house");
    private static final UUID DESK = id("desk");
    private static final UUID LAWYERS = id("lawyers");
    private static final String LEGAL =
            ", 'attributes': [{'link_type': 'service_type', 'taxonomy_term': {'code': 'legal.vacatur'}}]";

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(("partner-step/" + of).getBytes(StandardCharsets.UTF_8));
    }

    private static void store(UUID organization, String name, String service, String partners) {
        replaceOrPut(
                "/organizations/" + organization,
                "{'name': '%s', 'description': 'x', 'partners': [%s]}".formatted(name, partners));
        replaceOrPut(
                "/services/" + serviceOf(organization),
                "{'name': '%s', 'status': 'active', 'organization_id': '%s', 'phones': [{'number': '+1 612 555 0133'}]%s}"
                        .formatted(name + " line", organization, service));
    }

    private static UUID serviceOf(UUID organization) {
        return UUID.nameUUIDFromBytes(organization.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void replaceOrPut(String path, String body) {
        var text = json(body);
        var answer = given().get(path).statusCode() == 404 ? put(path, text) : replace(path, text);
        answer.then().statusCode(oneOf(200, 201));
    }

    @BeforeEach
    void store() {
        store(DESK, "Sundew Desk", "", "");
        store(LAWYERS, "Sundew Lawyers", LEGAL, "");
        store(
                HOUSE,
                "Pitcherplant House",
                ", 'facts': {'contact_preference': {'value': 'introduction', 'source_url': 'https://x.example'}}"
                        + LEGAL,
                "{'organization_id': '%s', 'relation': 'introduces'}, {'organization_id': '%s', 'relation':"
                                .formatted(DESK, LAWYERS)
                        + " 'gives_legal_advice'}");
        SearchForTests.awaitIndexed();
    }

    private static ValidatableResponse search(String more) {
        return given().contentType("application/json")
                .body(json("{'q': 'pitcherplant'" + more + "}"))
                .post("/search")
                .then()
                .statusCode(200)
                .body("hits[0].service.id", equalTo(serviceOf(HOUSE).toString()));
    }

    @Test
    void whoCanIntroduceIsANextStep() {
        search("")
                .body("next_steps[0].why", equalTo("introduces"))
                .body("next_steps[0].service.id", equalTo(serviceOf(DESK).toString()))
                .body("next_steps[0].partner_of.id", equalTo(serviceOf(HOUSE).toString()))
                .body("next_steps.why", not(hasItems("legal_advice")))
                .body("next_steps.drop(1).partner_of", everyItem(nullValue()));
    }

    @Test
    void whoGivesLegalAdviceIsANextStepWhereThatIsAsked() {
        search(", 'needs': ['legal.vacatur']")
                .body("next_steps.why", hasItems("introduces", "legal_advice"))
                .body(
                        "next_steps.find { it.why == 'legal_advice' }.service.id",
                        equalTo(serviceOf(LAWYERS).toString()));
    }

    @Test
    void aTextSaysItInBothLanguages() {
        given().accept("text/plain")
                .get("/search?q=pitcherplant")
                .then()
                .body(containsString("Sundew Desk line (can make the introduction, Pitcherplant"));
        given().accept("text/plain")
                .get("/search?q=pitcherplant&lang=es")
                .then()
                .body(containsString("puede hacer la presentación"));
    }

    @Test
    void aDiscreetAnswerDoesNotTellWhoWorksWithWhom() {
        search(", 'discreet': true").body("next_steps.why", not(hasItems("introduces")));
    }

    @Test
    void aPreviewNamesThem() {
        editor().contentType("application/json")
                .body(json("{'service_id': '" + serviceOf(HOUSE) + "'}"))
                .post("/referrals/preview")
                .then()
                .statusCode(200)
                .body("partners.why", equalTo(List.of("introduces", "legal_advice")))
                .body("partners.service.name", hasItems("Sundew Desk line", "Sundew Lawyers line"));
    }

    @Test
    void aPartnerThatIsGoneIsNoStep() {
        editor().header("If-Match", "*").delete("/services/" + serviceOf(DESK));
        editor().header("If-Match", "*").delete("/organizations/" + DESK).then().statusCode(204);
        SearchForTests.awaitIndexed();
        search("").body("next_steps.why", not(hasItems("introduces")));
    }
}

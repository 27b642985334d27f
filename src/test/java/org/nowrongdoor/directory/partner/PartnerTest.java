package org.nowrongdoor.directory.partner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.nowrongdoor.support.DirectoryForTests.editor;
import static org.nowrongdoor.support.DirectoryForTests.importLines;
import static org.nowrongdoor.support.DirectoryForTests.put;
import static org.nowrongdoor.support.DirectoryForTests.replace;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.FeedForTests;

/** An organisation says with whom it works, and its partner confirms it by saying the same. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PartnerTest {

    private final UUID desk = UUID.randomUUID();
    private final UUID clinic = UUID.randomUUID();

    private static String path(UUID id) {
        return "/organizations/" + id;
    }

    private static String body(String name, String... partners) {
        return json("{'name': '%s', 'description': 'Helps.', 'partners': [%s]}"
                .formatted(name, String.join(", ", partners)));
    }

    private static String entry(UUID other, String more) {
        return "{'organization_id': '%s', %s, 'source_url': 'https://desk.example/partners'}".formatted(other, more);
    }

    private Response desk(String... partners) {
        return replace(path(desk), body("Desk", partners));
    }

    private Response clinic(String... partners) {
        return replace(path(clinic), body("Clinic", partners));
    }

    @BeforeEach
    void store() {
        put(path(desk), body("Desk")).then().statusCode(201);
        put(path(clinic), body("Clinic")).then().statusCode(201);
    }

    @Test
    void aPartnerStandsWithItsSourceAndItsDay() {
        desk("{'organization_id': '" + clinic + "', 'relation': 'refers_to', 'since': '2024-03-01', 'as_stated':"
                        + " 'we send people to the Clinic', 'source_url': 'https://desk.example/partners',"
                        + " 'stated_on': '2026-05-02', 'confirmed': true}")
                .then()
                .statusCode(200)
                .body("partners[0].organization_id", equalTo(clinic.toString()))
                .body("partners[0].since", equalTo("2024-03-01"))
                .body("partners[0].stated_on", equalTo("2026-05-02"))
                .body("partners[0].as_stated", equalTo("we send people to the Clinic"))
                .body("partners[0].confirmed", equalTo(false));
        given().get(path(desk) + "/partners")
                .then()
                .statusCode(200)
                .body("partners[0].organization.name", equalTo("Clinic"))
                .body("partners[0].relation", equalTo("refers_to"))
                .body("partners[0].confirmed", equalTo(false))
                .body("named_by", empty());
        given().get(path(clinic) + "/partners")
                .then()
                .body("partners", empty())
                .body("named_by[0].organization.name", equalTo("Desk"))
                .body("named_by_total", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "trusted_partner, , trusted_partner, , true",
        "network_member, , network_member, , true",
        "refers_to, , introduces, , true",
        "refers_to, , refers_to, , true",
        "gives_legal_advice, , introduces, , true",
        "introduces, , refers_to, , true",
        "funded_by, , offers, funding, true",
        "funded_by, , offers, space, false",
        "offers, space, trusted_partner, , true",
        "offers, funding, funded_by, , true",
        "offers, space, funded_by, , false",
        "law_enforcement, task_force, law_enforcement, task_force, true",
        "law_enforcement, task_force, law_enforcement, operations, false",
        "trusted_partner, , law_enforcement, , false",
        "trusted_partner, , refers_to, , false"
    })
    void aPartnerConfirmsByTheAnsweringRelation(
            String relation, String purpose, String answer, String itsPurpose, boolean confirmed) {
        desk(entry(clinic, said(relation, purpose))).then().statusCode(200);
        clinic(entry(desk, said(answer, itsPurpose))).then().statusCode(200);
        given().get(path(desk)).then().body("partners[0].confirmed", equalTo(confirmed));
        given().get(path(desk) + "/partners").then().body("partners[0].confirmed", equalTo(confirmed));
        given().get(path(clinic) + "/partners").then().body("named_by[0].confirmed", equalTo(confirmed));
    }

    private static String said(String relation, String purpose) {
        return "'relation': '" + relation + "'" + (purpose == null ? "" : ", 'purpose': '" + purpose + "'");
    }

    @Test
    void whoeverShowsAConfirmationChangesWithIt() {
        desk(entry(clinic, "'relation': 'trusted_partner'"));
        var before = given().get(path(desk)).then().extract().header("ETag");
        clinic(entry(desk, "'relation': 'trusted_partner'"));
        given().get(path(desk)).then().header("ETag", not(equalTo(before)));
        clinic();
        given().get(path(desk)).then().header("ETag", equalTo(before)).body("partners[0].confirmed", equalTo(false));
    }

    @Test
    void theFeedTellsOfAConfirmation() throws InterruptedException {
        desk(entry(clinic, "'relation': 'trusted_partner'"));
        var feed = FeedForTests.fromHead();
        clinic(entry(desk, "'relation': 'trusted_partner'"));
        feed.await("upsert " + path(clinic), "upsert " + path(desk));
        editor().header("If-Match", "*").delete(path(clinic));
        feed.await("delete " + path(clinic), "upsert " + path(desk));
    }

    @Test
    void anOrganizationWritesOfItsOwnPartnersAlone() {
        var key = editor().contentType("application/json")
                .body(json("{'name': 'partners', 'scopes': ['directory:write'], 'organization_id': '" + desk + "'}"))
                .post("/keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("key");
        var own = body("Desk", entry(clinic, "'relation': 'refers_to'"));
        assertEquals(200, edit(key, desk, own));
        assertEquals(403, edit(key, clinic, body("Clinic", entry(desk, "'relation': 'introduces'"))));
        given().get(path(desk) + "/partners").then().body("partners[0].confirmed", equalTo(false));
    }

    private static int edit(String key, UUID id, String body) {
        return given().auth()
                .oauth2(key)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put(path(id))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x'",
                "7",
                "{}",
                "['x']",
                "[[]]",
                "[{'organization_id': 7, 'relation': 'refers_to'}]",
                "[{'organization_id': 'me', 'relation': 'refers_to'}]",
                "[{'relation': ['refers_to']}]"
            })
    void whatIsNoListOfPartnersIsRefused(String partners) {
        replace(path(desk), json("{'name': 'Desk', 'description': 'x', 'partners': " + partners + "}"))
                .then()
                .statusCode(422);
        given().get(path(desk)).then().body("partners", nullValue());
    }

    @Test
    void whatIsNothingIsNoPartner() {
        for (var partners : new String[] {"null", "[]", "[null]"}) {
            replace(path(desk), json("{'name': 'Desk', 'description': 'x', 'partners': " + partners + "}"))
                    .then()
                    .statusCode(200)
                    .body("partners", nullValue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'relation': 'friend'                                   | /partners/0/relation | must be one of",
                "'relation': 'law_enforcement', 'purpose': 'raids'      | /partners/0/purpose  | immigration_certification",
                "'relation': 'offers', 'purpose': 'beds'                | /partners/0/purpose  | space, training, funding",
                "'relation': 'refers_to', 'limits': 'adults'            | /partners/0/limits   | funded_by",
                "'relation': 'refers_to', 'since': 'spring'             | /partners/0/since    | a day written",
                "'purpose': 'funding'                                   | /partners/0/relation | is required"
            })
    void whatCannotBeSaidOfAPartnerIsRefused(String said, String pointer, String remedy) {
        desk(entry(clinic, said))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail.join(' ')", containsString(remedy));
    }

    @Test
    void noPartnerIsUnknownOrOnesOwnSelfOrSaidTwice() {
        var stranger = UUID.randomUUID();
        desk(entry(stranger, "'relation': 'refers_to'"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/partners/0/organization_id"))
                .body("errors[0].detail", containsString("is not stored"));
        desk(entry(desk, "'relation': 'refers_to'")).then().statusCode(422);
        desk(entry(clinic, "'relation': 'refers_to', 'trusted': true")).then().statusCode(400);
        desk("'the clinic'").then().statusCode(422);
        var once = entry(clinic, "'relation': 'refers_to'");
        desk(once, once).then().statusCode(422).body("errors.pointer", hasItem("/partners/1"));
        desk(entry(clinic, "'relation': 'refers_to', 'as_stated': '" + "x".repeat(2_001) + "'"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/partners/0/as_stated"));
        desk(Collections.nCopies(51, once).toArray(String[]::new))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("at most 50"));
    }

    @Test
    void aPartnerWithoutASourceIsToldToItsEditor() {
        desk("{'organization_id': '" + clinic + "', 'relation': 'refers_to'}")
                .then()
                .statusCode(200)
                .header("X-Warning", containsString("/partners/0/source_url is missing"));
    }

    @Test
    void twoPartnersMayComeInOneFile() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var lost = UUID.randomUUID();
        importLines("", line(first, second, lost, "First") + "\n" + line(second, first, lost, "Second"));
        for (var id : new UUID[] {first, second}) {
            given().get(path(id))
                    .then()
                    .statusCode(200)
                    .body("partners", hasSize(1))
                    .body("partners[0].confirmed", equalTo(true));
        }
        // What is not shown is no fault of who patches the record.
        editor().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(json("{'website': 'https://first.example'}"))
                .patch(path(first))
                .then()
                .statusCode(200);
    }

    private static String line(UUID id, UUID other, UUID lost, String name) {
        return json("{'id': '%s', 'name': '%s line', 'status': 'active', 'organization': {'id': '%s', 'name': '%s',"
                        .formatted(UUID.randomUUID(), name, id, name)
                + " 'description': 'x', 'partners': [%s, %s]}}"
                        .formatted(
                                entry(other, "'relation': 'trusted_partner'"),
                                entry(lost, "'relation': 'trusted_partner'")));
    }

    @Test
    void aPartnerThatIsDeletedIsNamedNowhere() {
        desk(entry(clinic, "'relation': 'refers_to', 'as_stated': 'the clinic on the hill'"));
        desk(entry(clinic, "'relation': 'refers_to', 'as_stated': 'the house on the hill'"));
        editor().header("If-Match", "*")
                .delete(path(clinic))
                .then()
                .statusCode(204)
                .header("X-Also-Changed", containsString(path(desk)));
        given().get(path(desk)).then().body("partners", nullValue());
        given().get(path(desk) + "/partners").then().statusCode(200).body("partners", empty());
        var history = given().get(path(desk) + "/history")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(history.contains("on the hill"), history);
        assertFalse(history.contains(clinic.toString()), history);
        given().get(path(clinic) + "/partners").then().statusCode(404);
    }

    @Test
    void noStreetStandsInWhatIsSaidOfAPartner() {
        desk(entry(clinic, "'relation': 'offers', 'purpose': 'space', 'as_stated': 'They are at 1423 Elm Street.'"))
                .then()
                .statusCode(200)
                .header("X-Redacted", "1")
                .body("partners[0].as_stated", not(containsString("Elm")));
    }

    @Test
    void aServiceShowsItsOrganizationWithoutPartners() {
        desk(entry(clinic, "'relation': 'refers_to'"));
        var id = UUID.randomUUID();
        put("/services/" + id, json("{'name': 'Line', 'status': 'active', 'organization_id': '" + desk + "'}"))
                .then()
                .statusCode(201)
                .body("organization.name", equalTo("Desk"))
                .body("organization.partners", nullValue());
        given().get(path(desk)).then().body("partners", notNullValue());
    }

    @Test
    void whatIsNoIdIsABadRequest() {
        assertEquals(404, given().get(path(UUID.randomUUID()) + "/partners").statusCode());
        assertEquals(400, given().get("/organizations/none/partners").statusCode());
    }
}

package org.nowrongdoor.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.SearchForTests;
import org.nowrongdoor.support.SeededDirectory;

/** Who asks changes whom the sentences are about, and whether trainings, guides and the like answer. */
@QuarkusTest
@TestProfile(SeededDirectory.class)
@QuarkusTestResource(PostgresForTests.class)
class AudienceTest {

    private static final Set<String> HELP = Set.of("service", "hotline", "navigator");

    @BeforeAll
    static void indexed() {
        SearchForTests.awaitIndexed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "professional | en | training for nurses | SOAR Online",
                "professional | en | online course for police officers | DHS Blue Campaign – online course",
                "professional | es | capacitación para enfermeras | SOAR Online",
                "professional | en | paid sex worker trainers | Freedom Network USA",
                "school | en | posters for our school | DHS Blue Campaign – indicator list and wallet card",
                "school | en | wallet card | DHS Blue Campaign – indicator list and wallet card",
                "school | en | curriculum for students | MNCASA list of healthy relationship and sexual prevention"
                        + " curriculums",
                "school | en | prevention groups for girls | My Life My Choice",
                "school | en | someone to speak to our students | Sexual violence advocacy organizations across Minnesota",
                "employer | en | policies for my business | Business Alliance Against Trafficking",
                "employer | en | code of conduct for hotels | The Code",
                "employer | en | hotel training law Minnesota | Minnesota Hotel Training Law (2018)",
                "professional | en | training for law enforcement | DHS Blue Campaign – online course",
                "helper | en | safe harbor law | Minnesota Safe Harbor law",
                "helper | en | Wisconsin guide | Wisconsin Sex Trafficking Guide"
            })
    void resourcesAreFoundByTheWordsOfThoseWhoUseThem(String audience, String lang, String q, String name) {
        var page = search(Map.of("q", q, "audience", audience, "lang", lang));
        var names = page.getList("hits.service.name");
        assertTrue(names.stream().limit(3).toList().contains(name), names + " " + page.get("interpreted_as"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training for nurses", "posters for our school", "speakers", "law", "guide", "curriculum"})
    void whoAsksForThemselvesIsShownHelpAlone(String q) {
        for (var kind : search(Map.of("q", q)).<String>getList("hits.service.kind")) {
            assertTrue(HELP.contains(kind), q + ": " + kind);
        }
    }

    @ParameterizedTest
    @CsvSource({"helper, bed tonight in Minneapolis", "professional, job training", "employer, shelter in Milwaukee"})
    void helpIsFoundForOthersToo(String audience, String q) {
        var page = search(Map.of("q", q, "audience", audience));
        assertFalse(page.getList("hits").isEmpty(), q);
        page.<String>getList("hits.service.kind").forEach(kind -> assertTrue(HELP.contains(kind), kind));
        assertEquals(audience, page.getString("interpreted_as.audience"));
    }

    @ParameterizedTest
    @CsvSource({"en, the person, How old are you", "es, la persona, ¿Qué edad tiene? "})
    void aHelperIsAskedAboutThePerson(String lang, String theirs, String own) {
        var asked = Map.of(
                "needs", List.of("shelter.youth"), "where", Map.of("region", "MN"), "lang", lang, "audience", "helper");
        var texts = search(asked).getList("questions.text").toString();
        assertTrue(texts.contains(theirs), texts);
        assertFalse(texts.contains(own), texts);
        var text = text(asked);
        assertTrue(text.contains(theirs), text);
    }

    @Test
    void whatAHelperCanDoHasItsSource() {
        var page = search(Map.of("q", "my friend needs food", "audience", "helper"));
        assertTrue(page.getList("can_do_now").size() > 5);
        page.<String>getList("can_do_now.source")
                .forEach(source -> assertTrue(source.startsWith("Founding document 00"), source));
        assertNull(search(Map.of("q", "food")).get("can_do_now"));
        assertNull(search(Map.of("q", "food", "audience", "helper", "discreet", true))
                .get("can_do_now"));
        assertTrue(text(Map.of("q", "food", "audience", "helper", "lang", "es")).contains("Lo que usted puede hacer"));
    }

    @Test
    void theDefaultIsSelf() {
        assertEquals("self", search(Map.of("q", "food")).getString("interpreted_as.audience"));
        assertNull(search(Map.of("q", "food", "discreet", true)).get("interpreted_as.audience"));
    }

    @Test
    void anotherAudienceIsRefused() {
        given().contentType("application/json")
                .body(Map.of("q", "food", "audience", "police"))
                .post("/search")
                .then()
                .statusCode(400);
        given().queryParam("q", "food")
                .queryParam("audience", "police")
                .get("/search")
                .then()
                .statusCode(400);
        given().queryParam("q", "training for nurses")
                .queryParam("audience", "professional")
                .get("/search")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"john school", "school for johns", "programa para compradores de sexo", "arrested for buying sex"
            })
    void aProgrammeForBuyersLeadsToNoHelpForSurvivors(String q) {
        var page = search(Map.of("q", q));
        assertEquals(List.of(), page.getList("hits"), q);
        assertFalse(page.getList("next_steps").isEmpty(), q);
        assertFalse(page.getString("next_steps").contains("Trafficking"), q);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "someone to come to court with me | legal.court_accompaniment",
                "que me acompañe a la corte | legal.court_accompaniment",
                "workers' rights | legal.labor",
                "derechos de los trabajadores | legal.labor",
                "transformative justice | peer.community_justice"
            })
    void everydayWordsForRightsAndJusticeAreKnown(String q, String code) {
        assertTrue(search(Map.of("q", q)).getList("interpreted_as.needs.code").contains(code), q);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"gender\": \"man\", \"age\": 45} | SWOP-USA Community Support Line",
                "{\"gender\": \"trans_woman\"} | Trans Lifeline",
                "{\"trading_sex\": \"current\", \"gender\": \"woman\"} | SWOP-USA Community Support Line",
                "{\"survivor_of\": [\"sex_trafficking\"]} | National Survivor Network membership community"
            })
    void thePeerLineThatFitsStandsFirst(String client, String name) {
        var page = JsonPath.from(given().contentType("application/json")
                .body("{\"q\": \"food\", \"client\": " + client + "}")
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        var peers = page.getList("next_steps.findAll { it.why == 'peer_led' }.service.name");
        assertEquals(name, peers.get(0), peers.toString());
        assertFalse(page.getList("next_steps.findAll { it.why == 'peer_led' }[0].for_whom")
                .isEmpty());
    }

    @Test
    void aDiscreetAnswerTellsNotWhomALineIsFor() {
        var page = search(Map.of("q", "food", "client", Map.of("gender", "trans_woman"), "discreet", true));
        assertFalse(page.prettify().contains("Trans Lifeline"), page.prettify());
        assertFalse(page.prettify().contains("for_whom"), page.prettify());
    }

    private static JsonPath search(Map<String, ?> asked) {
        return JsonPath.from(given().contentType("application/json")
                .body(asked)
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String text(Map<String, ?> asked) {
        return given().contentType("application/json")
                .accept("text/plain")
                .body(asked)
                .post("/search")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\\s+", " ");
    }
}

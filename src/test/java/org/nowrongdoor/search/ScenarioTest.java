package org.nowrongdoor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.search.format.ParagraphFormatter;
import org.nowrongdoor.storage.postgres.PostgresForTests;
import org.nowrongdoor.support.ScenarioServices;
import org.nowrongdoor.support.SearchForTests;

/** Five calls to get right, through the same door that a hotline worker uses. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ScenarioTest {

    private static final String TONIGHT = """
            {"needs": ["shelter.emergency", "substance.naloxone"], "where": {"place": "Minneapolis, MN"}, "size": 50,
             "client": {"age": 29, "gender": "trans_woman", "trading_sex": "current", "substance_use": "current",
                "sober_days": 1, "oud_medication": true, "id": "none"}}""";

    @BeforeEach
    void fixtures() {
        ScenarioServices.store();
    }

    @Test
    void aBedTonightStillWorking() {
        var page = SearchForTests.search(TONIGHT);
        var names = names(page);
        assertTrue(names.contains("FX-A shelter"), names.toString());
        assertTrue(names.contains("FX-C drop-in"), names.toString());
        assertFalse(names.contains("FX-B safe house"), "B above A");
        assertEquals("eligible", verdict(page, "FX-A shelter"));
        assertEquals(List.of("shelter.emergency"), hit(page, "FX-A shelter").getList("meets"));
        assertTrue(hit(page, "FX-A shelter").getList("unknown_facts").contains("id_required"));
        assertTrue(hit(page, "FX-A shelter").getList("match.questions.ask").contains("provider"));
        var reasons = Set.copyOf(
                page.<String>getList("not_eligible.find { it.service.name == 'FX-B safe house' }.reasons.attribute"));
        assertEquals(Set.of("sober_days", "oud_medication", "trading_sex"), reasons);
        assertTrue(page.getInt("left_out.find { it.by == 'eligibility' }.count") >= 1);
    }

    @Test
    void aBedTonightReadAloud() {
        var text = SearchForTests.spoken(TONIGHT);
        assertTrue(text.contains("FX-A shelter"));
        assertTrue(text.contains("612-555-0101"));
        assertTrue(text.indexOf("FX-A shelter") < text.indexOf("FX-B safe house"));
        assertTrue(text.lines().allMatch(line -> line.length() <= ParagraphFormatter.COLUMNS));
        assertFalse(text.toLowerCase(Locale.ROOT).contains("leave sex work"));
    }

    @Test
    void exactlyTwentyFourIsInAndTwentyFiveIsOut() {
        assertEquals("eligible", verdict(caseManager("24"), "FX-G navigator"));
        assertEquals("eligible", verdict(caseManager(json("{'min': 18, 'max': 24}")), "FX-G navigator"));
        var tooOld = caseManager("25");
        assertFalse(names(tooOld).contains("FX-G navigator"));
        assertFalse(names(tooOld).contains("FX-D case management"));
        assertTrue(tooOld.getInt("left_out.find { it.by == 'law_enforcement_at_most' }.count") >= 1);
        for (var page : List.of(caseManager("24"), tooOld)) {
            assertFalse(names(page).contains("FX-H workshop"), "a buyer programme answers no search for help");
            assertFalse(names(page).contains("FX-I tip line"), "a tip line answers no search for help");
            assertFalse(page.getList("next_steps.service.name").contains("FX-I tip line"));
        }
    }

    @Test
    void sixteenTextingOnAWatchedPhone() {
        var body = """
                {"needs": ["case.case_management"], "where": {"place": "St. Paul, MN"}, "discreet": true, "size": 50,
                 "client": {"age": 16, "residence": "WI"}, "require": {"channels": ["sms", "chat"]}}""";
        var page = SearchForTests.search(body);
        assertEquals("mandated_reporter", disclosureOf(page, "612-555-0117"));
        var json = page.prettify();
        assertTrue(
                json.indexOf("Staff must report") < json.indexOf("612-555-0117"),
                "the disclosure stands before the number");
        var text = SearchForTests.spoken(body);
        assertTrue(text.indexOf("Staff must report") < text.indexOf("612-555-0117"));
        for (var word : List.of("trafficking", "sex", "shelter", "case.case_management")) {
            assertFalse(hitsOf(page).contains(word), "a discreet answer names " + word);
        }
    }

    @Test
    void aMotherASonOfFourteenAndADog() {
        var page = SearchForTests.search("""
                {"needs": ["shelter.emergency"], "where": {"place": "Madison, WI"},
                 "client": {"age": 34, "gender": "woman", "children": [{"age": 14, "gender": "man"}], "pets": ["dog"]}}""");
        var reasons = page.<String>getList(
                "not_eligible.find { it.service.name == 'FX-E family shelter' }.reasons.as_stated");
        assertTrue(reasons.contains("boys to 12 only") && reasons.contains("no pets"), reasons.toString());
        assertFalse(page.prettify().contains(json("latitude': 43")), "no coordinate of a hidden place");
    }

    @Test
    void noPapersAndALawyerInSpanish() {
        var page = SearchForTests.search("""
                {"needs": ["legal.representation"], "where": {"place": "Marathon County, WI"}, "lang": "es", "size": 50,
                 "client": {"immigration_status": "undocumented", "survivor_of": ["labor_trafficking"], "residence": "55073"},
                 "require": {"languages": ["es"]}}""");
        assertEquals("unknown", verdict(page, "FX-F legal clinic"));
        var clinic = hit(page, "FX-F legal clinic");
        assertEquals(
                List.of("income_percent_fpl"),
                clinic.getList("match.questions.findAll { it.ask == 'client' }.attribute"));
        assertEquals("staff", clinic.getString("service.languages[0].mode"));
        assertFalse(page.getList("questions.attribute").contains("immigration_status"), "papers are not asked for");
        assertNull(clinic.get("distance_km"));
    }

    private static JsonPath caseManager(String age) {
        return SearchForTests.search("""
                {"needs": ["case.case_management"], "where": {"place": "Minneapolis, MN"}, "size": 50,
                 "client": {"age": %s, "survivor_of": ["csec"]}, "require": {"law_enforcement_at_most": "none"}}""".formatted(age));
    }

    private static List<String> names(JsonPath page) {
        return page.getList("hits.service.name");
    }

    private static JsonPath hit(JsonPath page, String name) {
        return new JsonPath(page.prettify()).setRootPath("hits.find { it.service.name == '" + name + "' }");
    }

    private static String verdict(JsonPath page, String name) {
        return page.getString("hits.find { it.service.name == '" + name + "' }.match.verdict");
    }

    private static String disclosureOf(JsonPath page, String number) {
        return page.getString("hits.find { it.service.phones.number.contains('" + number + "') }.disclosures[0].code");
    }

    private static String hitsOf(JsonPath page) {
        return page.getList("hits").toString().toLowerCase(Locale.ROOT);
    }
}

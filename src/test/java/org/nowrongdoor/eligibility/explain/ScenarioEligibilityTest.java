package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.EligibilityForTests.asked;
import static org.nowrongdoor.support.EligibilityForTests.match;
import static org.nowrongdoor.support.EligibilityForTests.reasons;
import static org.nowrongdoor.support.EligibilityForTests.scenario;
import static org.nowrongdoor.support.EligibilityForTests.verdict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.support.EligibilityForTests;

/** The five people of src/docs/walks/walk.sh, as far as eligibility goes. */
class ScenarioEligibilityTest {

    private static final String STILL_WORKING = "{'age': 29, 'gender': 'trans_woman', 'trading_sex': 'current',"
            + " 'substance_use': 'current', 'sober_days': 1, 'oud_medication': true, 'id': 'none'}";
    private static final String MOTHER = "{'age': 36, 'gender': 'woman', 'children': [{'age': 14, 'gender': 'man'}],"
            + " 'pets': ['dog'], 'survivor_of': ['domestic_violence'], 'residence': '55025'}";
    private static final String NO_PAPERS = "{'residence': '55073', 'immigration_status': 'undocumented',"
            + " 'survivor_of': ['sex_trafficking'], 'languages': ['es']}";

    @Test
    void whoStillWorksIsEligibleForTheShelterThatTakesEverybody() {
        Match match = match(scenario("FX-A"), STILL_WORKING);
        assertEquals(Verdict.ELIGIBLE, match.verdict());
        assertEquals(List.of("age"), reasons(match, Kleene.MET));
    }

    @Test
    void whetherIdIsNeededIsAskedOfTheProviderAndChangesNoVerdict() {
        assertEquals(List.of("id provider"), asked(match(scenario("FX-A"), STILL_WORKING)));
        assertEquals(List.of(), asked(match(scenario("FX-C"), STILL_WORKING)));
    }

    @Test
    void theStrictHouseNamesEveryFailingReasonAndNeverGender() {
        Match match = match(scenario("FX-B"), STILL_WORKING);
        assertEquals(Verdict.NOT_ELIGIBLE, match.verdict());
        assertEquals(List.of("sober_days", "oud_medication", "trading_sex"), reasons(match, Kleene.FAILED));
        assertEquals(List.of("gender provider", "children_in_custody caller"), reasons(match, Kleene.UNKNOWN));
        assertEquals(List.of(), match.questions());
    }

    @Test
    void noTextTellsAnybodyToStop() {
        Match match = match(scenario("FX-B"), STILL_WORKING);
        match.reasons().forEach(reason -> assertFalse(reason.text().contains("stop"), reason.text()));
    }

    @Test
    void exactlyTwentyFourIsInsideAnInclusiveBound() {
        assertEquals(Verdict.ELIGIBLE, verdict(scenario("FX-G"), "{'age': 24}"));
        assertEquals(Verdict.ELIGIBLE, verdict(scenario("FX-G"), "{'age': {'min': 18, 'max': 24}}"));
        assertEquals(Verdict.NOT_ELIGIBLE, verdict(scenario("FX-G"), "{'age': 25}"));
        assertEquals(Verdict.UNKNOWN, verdict(scenario("FX-G"), "{'age': {'min': 24, 'max': 25}}"));
    }

    @Test
    void anAmbiguousBoundIsDoubtfulForTheDoubtfulAgeAlone() {
        ServiceTerms navigator = scenario("FX-G-ambiguous");
        assertEquals(Verdict.ELIGIBLE, verdict(navigator, "{'age': 23}"));
        assertEquals(Verdict.NOT_ELIGIBLE, verdict(navigator, "{'age': 40}"));
        assertEquals(Verdict.NOT_ELIGIBLE, verdict(navigator, "{'age': 25}"));
        Match match = match(navigator, "{'age': 24}");
        assertEquals(Verdict.UNKNOWN, match.verdict());
        assertEquals(List.of("age provider"), reasons(match, Kleene.UNKNOWN));
        assertEquals(List.of("age provider"), asked(match));
    }

    @Test
    void whoWasExploitedAsAMinorIsATraffickingSurvivor() {
        assertEquals(Verdict.ELIGIBLE, verdict(scenario("FX-D"), "{'age': 25, 'survivor_of': ['csec']}"));
    }

    @Test
    void sixteenIsTooYoungForAnAdultsShelter() {
        assertEquals(Verdict.NOT_ELIGIBLE, verdict(scenario("FX-A"), "{'age': 16}"));
        assertEquals(Verdict.ELIGIBLE, verdict(scenario("FX-G"), "{'age': 16}"));
    }

    @Test
    void aSonOfFourteenAndADogAreTwoSeparateReasons() {
        Match match = match(scenario("FX-E"), MOTHER);
        assertEquals(Verdict.NOT_ELIGIBLE, match.verdict());
        assertEquals(List.of("children", "pets"), reasons(match, Kleene.FAILED));
        assertEquals("boys to 12 only", match.reasons().get(0).asStated());
        assertEquals("no pets", match.reasons().get(1).asStated());
    }

    @Test
    void aDaughterOfFourteenIsWelcomeAndSoIsAServiceAnimal() {
        assertEquals(
                Verdict.ELIGIBLE,
                verdict(
                        scenario("FX-E"),
                        "{'age': 36, 'children': [{'age': 14, 'gender': 'woman'}, {'age': 12, 'gender': 'man'}],"
                                + " 'pets': ['service_animal'], 'survivor_of': ['domestic_violence']}"));
    }

    @Test
    void noPapersAreNoBarAndIncomeIsTheOneQuestion() {
        Match match = match(scenario("FX-F"), NO_PAPERS);
        assertEquals(Verdict.UNKNOWN, match.verdict());
        assertEquals(List.of("residence", "survivor_of"), reasons(match, Kleene.MET));
        assertEquals(List.of("income_percent_fpl caller"), reasons(match, Kleene.UNKNOWN));
        assertEquals(List.of(), reasons(match, Kleene.FAILED));
        assertEquals(List.of("income_percent_fpl client"), asked(match));
    }

    @Test
    void noPapersWithoutAnExceptionFailOnBothWays() {
        Match match = match(
                scenario("FX-F"),
                "{'residence': '55073', 'immigration_status': 'undocumented', 'survivor_of': [],"
                        + " 'income_percent_fpl': 90}");
        assertEquals(List.of("immigration_status", "survivor_of"), reasons(match, Kleene.FAILED));
    }

    @Test
    void thePageAsksForIncomeOnly() {
        Locale spanish = Locale.forLanguageTag("es");
        MatchBuilder explanation = new MatchBuilder(EligibilityForTests.REGIONS);
        List<Match> page = Stream.of(scenario("FX-F"), scenario("FX-D"), ServiceTerms.of(null))
                .map(terms -> explanation.match(terms, EligibilityForTests.client(NO_PAPERS), spanish))
                .toList();
        List<OpenQuestion> questions = Questions.over(page, spanish);
        assertEquals(
                List.of("income_percent_fpl 1"),
                questions.stream()
                        .map(question -> question.attribute() + " " + question.wouldDecide())
                        .toList());
        assertTrue(questions.get(0).text().startsWith("Más o menos"));
    }
}

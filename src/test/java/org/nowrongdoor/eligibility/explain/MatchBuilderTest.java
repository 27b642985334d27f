package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.EligibilityForTests.asked;
import static org.nowrongdoor.support.EligibilityForTests.client;
import static org.nowrongdoor.support.EligibilityForTests.match;
import static org.nowrongdoor.support.EligibilityForTests.reasons;
import static org.nowrongdoor.support.EligibilityForTests.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.support.EligibilityForTests;

class MatchBuilderTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es-MX");

    private static String text(String rule, String client, Locale locale) {
        return new MatchBuilder(EligibilityForTests.REGIONS)
                .match(terms(rule), client(client), locale)
                .reasons()
                .get(0)
                .text();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'attribute':'age','min':18,'max':24} | {'age':20} | This place is for ages 18 to 24. That fits.",
                "{'attribute':'age','min':18} | {'age':17} | This place is for ages 18 and up.",
                "{'attribute':'age','max':24} | {} | This place is for ages up to 24. It is not clear yet if that fits.",
                "{'not':{'attribute':'age','min':18}} | {'age':17} | This place is for people under 18. That fits.",
                "{'not':{'attribute':'age','max':24}} | {'age':17} | This place is for people over 24.",
                "{'not':{'attribute':'age','min':18,'max':24}} | {'age':20} | This place is not for ages 18 to 24.",
                "{'attribute':'income_percent_fpl','max':125.50} | {'income_percent_fpl':126} | This place is for people who make up to 125.5 percent of the poverty line.",
                "{'attribute':'gender','in':['woman','nonbinary','two_spirit']} | {'gender':'woman'} | This place is for women, nonbinary people or two-spirit people. That fits.",
                "{'attribute':'gender','in':['woman']} | {'gender':'trans_woman'} | This place is for women. Ask them if that fits.",
                "{'attribute':'gender','not_in':['man']} | {'gender':'man'} | This place is not for men.",
                "{'not':{'attribute':'gender','in':['man']}} | {'gender':'woman'} | This place is not for men. That fits.",
                "{'not':{'attribute':'gender','not_in':['man']}} | {'gender':'man'} | This place is for men. That fits.",
                "{'attribute':'pregnant','is':true} | {'pregnant':false} | This place is for people who are pregnant.",
                "{'not':{'attribute':'pregnant','is':true}} | {'pregnant':false} | This place is not for people who are pregnant. That fits.",
                "{'attribute':'age','strength':'discretion'} | {'age':3} | Age: they decide case by case.",
                "{'attribute':'veteran','is':true,'strength':'priority'} | {'veteran':false} | This place helps people who served in the military first. Others can get help too.",
                "{'attribute':'languages','in':['es','hmn']} | {'languages':['en']} | This place is for people who speak Spanish or Hmong.",
                "{'attribute':'residence','in':['55073']} | {'residence':'WI/wausau'} | This place is for people who live in Marathon County, WI. That fits.",
                "{'attribute':'residence','in':['55073','55069','55085','55025','55079']} | {'residence':'MN'} | This place is for people who live in Marathon County, WI, 55069, 55085 or 2 more.",
                "{'every_child':{'any_of':[{'attribute':'gender','not_in':['man']},{'attribute':'age','max':12}]}} | {'children':[{'age':14,'gender':'man'}]} | Each child has to fit this: not a boy, or up to 12 years old.",
                "{'attribute':'age','min':0,'max':5} | {'age':7} | This place is for ages up to 5.",
                "{'attribute':'referred_by','in':['self','court']} | {} | This place is for people referred by themselves or a court. It is not clear yet if that fits.",
                "{'attribute':'id','in':['photo']} | {'id':'none'} | You need a photo ID.",
                "{'attribute':'insurance','is':true} | {'insurance':false} | This place is for people with health insurance.",
                "{'not':{'every_child':{'attribute':'age','max':5}}} | {'children':[{'age':6}]} | At least one child has to fit this: over 5 years old. That fits."
            })
    void aReasonSaysWhomThePlaceIsForAndIfThatFits(String rule, String client, String text) {
        assertEquals(text, text(rule, client, Locale.ENGLISH));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'attribute':'age','min':18,'max':24} | {'age':20} | Este lugar es para personas de 18 a 24 años. Eso se cumple.",
                "{'attribute':'gender','in':['woman','man']} | {} | Este lugar es para mujeres u hombres. Todavía no está claro si se cumple.",
                "{'attribute':'pets','not_in':['cat','other']} | {'pets':'cat'} | No puede llevar un gato u otro animal.",
                "{'attribute':'languages','in':['Spanish','ase']} | {'languages':['so']} | Este lugar es para personas que hablan español o lengua de señas americana.",
                "{'attribute':'languages','in':['es','en']} | {'languages':['so']} | Este lugar es para personas que hablan español o inglés."
            })
    void spanishReadsAsSpanish(String rule, String client, String text) {
        assertEquals(text, text(rule, client, SPANISH));
    }

    @Test
    void aTextNeverRepeatsWhatTheClientSaid() {
        String text = text("{'attribute':'age','min':18}", "{'age': 17}", Locale.ENGLISH);
        assertFalse(text.contains("17"), text);
    }

    @Test
    void aLongRuleIsCutToWhatOneCanListenTo() {
        String many = "{'attribute':'age','max':5},".repeat(60);
        String rule = "{'every_child':{'any_of':[" + many + "{'attribute':'age','max':6}]}}";
        assertTrue(text(rule, "{}", Locale.ENGLISH).length() < 320);
    }

    @Test
    void aServiceWithoutARuleIsUnknownToTheProvider() {
        Match match = match(ServiceTerms.of(null), "{'age': 20}");
        assertEquals(Verdict.UNKNOWN, match.verdict());
        assertEquals(List.of("eligibility provider"), reasons(match, Kleene.UNKNOWN));
        assertEquals(List.of("eligibility provider"), asked(match));
    }

    @Test
    void aServiceThatStatesNoRequirementsTakesEverybody() {
        Match match = match(terms("{'all_of':[]}"), "{}");
        assertEquals(Verdict.ELIGIBLE, match.verdict());
        assertEquals(List.of("eligibility"), reasons(match, Kleene.MET));
    }

    @Test
    void ofAChoiceThatIsMetOnlyTheWayThatIsMetIsNamed() {
        Match match = match(
                terms("{'any_of':[{'attribute':'veteran','is':true},{'all_of':[{'attribute':'age','min':60},"
                        + "{'attribute':'homeless','is':true}]},{'attribute':'student','is':true}]}"),
                "{'veteran': false, 'age': 61, 'homeless': true}");
        assertEquals(List.of("age", "homeless"), reasons(match, Kleene.MET));
        assertEquals(2, match.reasons().size());
    }

    @Test
    void ofAnOpenChoiceTheOpenPartsAreNamed() {
        Match match = match(
                terms("{'any_of':[{'attribute':'veteran','is':true},{'all_of':[{'attribute':'age','min':60},"
                        + "{'attribute':'homeless','is':true}]}]}"),
                "{'veteran': false, 'age': 61}");
        assertEquals(List.of("homeless caller"), reasons(match, Kleene.UNKNOWN));
        assertEquals(1, match.reasons().size());
        assertEquals(List.of("homeless client"), asked(match));
    }

    @Test
    void aConditionIsNoReasonOfItsOwnUnlessTheProviderSaysSo() {
        String quiet = "{'any_of':[{'attribute':'oud_medication','is':false},"
                + "{'attribute':'sober_days','min':90,'as_stated':'90 days on methadone'}]}";
        String said = quiet.replace("'is':false", "'is':false,'as_stated':'no methadone'");
        String client = "{'oud_medication': true, 'sober_days': 3}";
        assertEquals(List.of("sober_days"), reasons(match(terms(quiet), client), Kleene.FAILED));
        assertEquals(List.of("oud_medication", "sober_days"), reasons(match(terms(said), client), Kleene.FAILED));
    }

    @Test
    void twoRulesAboutChildrenAreTwoReasons() {
        Match match = match(
                terms("{'every_child':{'all_of':[{'attribute':'age','max':17,'as_stated':'under 18'},"
                        + "{'attribute':'age','min':2,'as_stated':'no babies'}]}}"),
                "{'children': [{'age': 18}, {'age': 19}, {'age': 1}]}");
        assertEquals(
                List.of("under 18", "no babies"),
                match.reasons().stream().map(Reason::asStated).toList());
        assertEquals(List.of("children", "children"), reasons(match, Kleene.FAILED));
    }

    @Test
    void aPreferenceTurnsNobodyAwayEvenUnderNot() {
        String veteransLast = "{'not':{'attribute':'veteran','is':true,'strength':'preference'}}";
        assertEquals(
                Verdict.ELIGIBLE,
                match(terms(veteransLast), "{'veteran': true}").verdict());
    }

    @Test
    void discretionAndDoubtAreUnknownWhateverTheClientSays() {
        for (String client : List.of("{}", "{'age': 20}", "{'age': 90}")) {
            assertEquals(
                    List.of("age provider_decides"),
                    reasons(
                            match(terms("{'attribute':'age','max':30,'strength':'discretion'}"), client),
                            Kleene.UNKNOWN));
            assertEquals(
                    List.of("age provider"),
                    reasons(match(terms("{'attribute':'age','max':30,'ambiguous':true}"), client), Kleene.UNKNOWN));
        }
    }

    @Test
    void whatOneRatherNotSaysIsUnknownAndNotAskedAgain() {
        Match match = match(terms("{'attribute':'hiv_status','is':true}"), "{'hiv_status': 'prefer_not_to_say'}");
        assertEquals(List.of("hiv_status caller"), reasons(match, Kleene.UNKNOWN));
        assertEquals(List.of(), asked(match));
        Match ofChild = match(
                terms("{'every_child':{'attribute':'age','max':5}}"), "{'children': [{'age': 'prefer_not_to_say'}]}");
        assertEquals(List.of("children caller"), reasons(ofChild, Kleene.UNKNOWN));
        assertEquals(
                List.of("children client"),
                asked(match(terms("{'every_child':{'attribute':'age','max':5}}"), "{'children': [{}]}")));
        assertEquals(
                List.of(),
                asked(match(
                        terms("{'every_child':{'attribute':'age','max':5}}"),
                        "{'children': [{'age': 'prefer_not_to_say', 'gender': 'prefer_not_to_say'}]}")));
    }

    @Test
    void aQuestionThatSettlesNothingIsNotAsked() {
        Match match = match(
                terms("{'any_of':[{'all_of':[{'attribute':'age','max':30},{'attribute':'id','strength':'discretion'}]},"
                        + "{'attribute':'homeless','strength':'discretion'}]}"),
                "{}");
        assertEquals(List.of("id provider", "homeless provider"), asked(match));
    }

    @Test
    void whatSettlesOnlyTogetherIsAskedOfOneServiceButNotOfAPage() {
        Match match = match(
                terms("{'all_of':[{'any_of':[{'attribute':'veteran','is':true},{'attribute':'student','is':true}]},"
                        + "{'any_of':[{'attribute':'homeless','is':true},{'attribute':'employed','is':true}]}]}"),
                "{}");
        assertEquals(List.of("veteran client", "homeless client", "employed client", "student client"), asked(match));
        assertEquals(List.of(), Questions.over(List.of(match), Locale.ENGLISH));
    }

    @Test
    void thePageAsksFirstWhatWouldDecideMost() {
        List<OpenQuestion> questions = new Questions(EligibilityForTests.REGIONS)
                .ask(
                        List.of(
                                terms("{'attribute':'age','min':18}"),
                                terms("{'attribute':'veteran','is':true}"),
                                terms("{'all_of':[{'attribute':'age','min':21},{'attribute':'veteran','is':true}]}"),
                                terms("{'attribute':'veteran','is':true}")),
                        ClientProfile.EMPTY,
                        Locale.ENGLISH);
        assertEquals(
                List.of("veteran 3", "age 2"),
                questions.stream()
                        .map(question -> question.attribute() + " " + question.wouldDecide())
                        .toList());
    }

    @Test
    void aFactThatTheProviderStatedIsNotAsked() {
        Rule adults = EligibilityForTests.rule("{'attribute':'age','min':18}");
        String client = "{'age': 20, 'id': 'none', 'pets': ['dog']}";
        assertEquals(List.of("id provider", "pets provider"), asked(match(ServiceTerms.of(adults), client)));
        ServiceTerms stated =
                new ServiceTerms(adults, Map.of(FactCode.ID_REQUIRED, "no", FactCode.PETS_ALLOWED, "unknown"));
        assertEquals(List.of("pets provider"), asked(match(stated, client)));
    }

    @Test
    void aMatchIsWrittenInTheContractsWords() {
        JsonNode json = EligibilityForTests.JSON.valueToTree(match(
                terms(
                        "{'all_of':[{'attribute':'age','min':18,'strength':'discretion'},{'attribute':'veteran','is':true}]}"),
                "{}"));
        assertEquals("unknown", json.path("verdict").asText());
        assertEquals(
                EligibilityForTests.json(
                        "{'attribute':'age','outcome':'unknown','unknown_to':'provider_decides','as_stated':null,"
                                + "'text':'This place is for ages 18 and up. They decide on this.'}"),
                json.path("reasons").path(0));
        assertEquals("client", json.path("questions").path(0).path("ask").asText());
        assertFalse(json.has("settling"));
    }
}

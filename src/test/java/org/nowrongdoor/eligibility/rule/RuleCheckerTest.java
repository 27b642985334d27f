package org.nowrongdoor.eligibility.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.EligibilityForTests.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.RuleEvaluator;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.support.EligibilityForTests;
import org.nowrongdoor.support.RandomJson;

class RuleCheckerTest {

    private final RuleChecker check = new RuleChecker(EligibilityForTests.REGIONS);

    private List<Fault> faults(String rule) {
        return check.check(json(rule), "/eligibility");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'attribute':'agee','min':18} | /attribute | did you mean age?",
                "{'attribute':'Gender','in':['woman']} | /attribute | did you mean gender?",
                "{'attribute':'gender','in':['women']} | /in/0 | did you mean woman?",
                "{'attribute':'gender','in':['woman', 3]} | /in/1 | must be a text, was 3",
                "{'attribute':'gender','in':'woman'} | /in | Put it in square brackets",
                "{'attribute':'gender','in':[]} | /in | was empty",
                "{'attribute':'gender','in':['prefer_not_to_say']} | /in/0 | is not known",
                "{'attribute':'age','min':30,'max':20} | /min | min 30 is above max 20: swap them",
                "{'attribute':'age','min':-1} | /min | must be 0 to 130, was -1",
                "{'attribute':'age','max':400} | /max | must be 0 to 130, was 400",
                "{'attribute':'age','min':17.5} | /min | whole number",
                "{'attribute':'age','min':'18'} | /min | without quotes",
                "{'attribute':'age','min':18,'in':['x']} | `` | min and in stand in one leaf",
                "{'attribute':'gender','in':['man'],'not_in':['woman']} | `` | in and not_in stand in one leaf",
                "{'attribute':'age'} | `` | age is not tested: add min, max",
                "{'attribute':'age','is':true} | /is | age cannot be tested with is: use min, max",
                "{'attribute':'pregnant','min':1} | /min | pregnant cannot be tested with min: use is",
                "{'attribute':'pregnant','is':'yes'} | /is | must be true or false",
                "{'attribute':'pronouns','in':['she']} | /attribute | never decides",
                "{'attribute':'residence','in':['Hennepin']} | /in/0 | 27053 (county)",
                "{'attribute':'languages','in':['Spansh']} | /in/0 | did you mean \"Spanish\"?",
                "{'min':18} | `` | names no attribute",
                "{'attribute':7,'min':18} | /attribute | must be a text",
                "{'attribute':'age','min':18,'strenght':'hard'} | /strenght | did you mean strength?",
                "{'attribute':'age','min':18,'strength':'strong'} | /strength | is not known",
                "{'attribute':'age','min':18,'reason':1} | /reason | must be one of funding",
                "{'attribute':'age','min':18,'reason':'law'} | /source_url | needs source_url",
                "{'attribute':'age','min':18,'ambiguous':'maybe'} | /ambiguous | must be true or false",
                "{'attribute':'age','min':18,'source_url':'javascript:x'} | /source_url | must begin with https://",
                "{'attribute':'age','min':18,'source_url':'https://bank.example@evil.example/'} | /source_url | host plainly",
                "{'attribute':'age','min':18,'verified_on':'2026-02-30'} | /verified_on | must be a day",
                "{'attribute':'age','min':18,'as_stated':['x']} | /as_stated | must be a text",
                "{'all_of':{'attribute':'age','min':18}} | /all_of | Put it in square brackets",
                "{'any_of':[]} | /any_of | nobody could meet it",
                "{'all_of':[{'attribute':'age','min':18}],'any_of':[{'attribute':'age','min':18}]} | `` | all_of and any_of stand in one object",
                "{'all_of':[],'as_stated':'x'} | /as_stated | put it into a leaf of its own",
                "{'al_of':[]} | /al_of | did you mean all_of?",
                "{'not':[{'attribute':'age','min':18}]} | /not | a rule must be an object, was a list",
                "{'every_child':{'attribute':'pets','is':true}} | /every_child/attribute | ask for age or gender",
                "{'every_child':{'every_child':{'attribute':'age','min':1}}} | /every_child/every_child | one is enough",
                "{'every_child':{'all_of':[]}} | /every_child/all_of | asks nothing of the children",
                "{'all_of':[{'not':{'attribute':'age'}}]} | /all_of/0/not | age is not tested",
                "'x' | `` | a rule must be an object",
                "null | `` | a rule must be an object"
            })
    void aFaultHasAPlaceAndARemedy(String rule, String pointer, String detail) {
        List<Fault> faults = faults(rule);
        assertTrue(
                faults.stream()
                        .anyMatch(fault -> fault.pointer().equals("/eligibility" + pointer)
                                && fault.detail().contains(detail)),
                () -> EligibilityForTests.details(faults));
    }

    @Test
    void aSoundRuleHasNone() {
        assertEquals(List.of(), faults("{'all_of':[]}"));
        assertEquals(List.of(), faults("{'attribute':'age','strength':'discretion','as_stated':'case by case'}"));
        assertEquals(List.of(), faults("{'attribute':'children','is':true}"));
        assertEquals(List.of(), faults("{'attribute':'residence','in':['us','MN','27053','MN/minneapolis']}"));
    }

    @Test
    void severalFaultsAreNamedAtOnce() {
        assertEquals(
                3,
                faults("{'attribute':'agee','strength':'x','verified_on':'y'}").size());
    }

    @Test
    void thirtyTwoLevelsAreTakenAndThirtyThreeAreNot() {
        assertEquals(List.of(), faults(nested(31)));
        assertEquals(
                "/eligibility" + "/not".repeat(32), faults(nested(32)).get(0).pointer());
        assertTrue(RuleJsonMapper.read(json(nested(31))) instanceof Rule.Not);
    }

    private static String nested(int nots) {
        return "{'not':".repeat(nots) + "{'attribute':'age','min':1}" + "}".repeat(nots);
    }

    @Test
    void aThousandLevelsAreOneFault() {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 100_000; i++) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.set("not", rule);
            rule = outer;
        }
        assertEquals(1, check.check(rule, "").size());
    }

    @Test
    void fiveHundredLeavesAreTakenAndOneMoreIsNot() {
        assertEquals(List.of(), faults(leaves(500)));
        assertTrue(faults(leaves(501)).get(0).detail().contains("501 leaves, at most 500"));
    }

    private static String leaves(int count) {
        return "{'all_of':["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{'attribute':'age','min':18}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void moreThanAHundredKilobytesAreOneFault() {
        assertTrue(faults("{'attribute':'age','min':1,'as_stated':'" + "é".repeat(60_000) + "'}")
                .get(0)
                .detail()
                .contains("more than 100000 bytes"));
    }

    @Test
    void whatIsWrongIsNeverRepeatedAtLength() {
        String detail = faults("{'attribute':'" + "x".repeat(5_000) + "','min':1}")
                .get(0)
                .detail();
        assertFalse(detail.contains("x".repeat(100)));
    }

    @Provide
    Arbitrary<JsonNode> anything() {
        return Arbitraries.randomValue(random -> RandomJson.node(random, 5, NAMES));
    }

    private static final List<String> NAMES = List.of(
            "all_of",
            "any_of",
            "not",
            "every_child",
            "attribute",
            "min",
            "max",
            "in",
            "not_in",
            "is",
            "strength",
            "reason",
            "as_stated",
            "source_url",
            "verified_on",
            "ambiguous",
            "a/b~c");

    @Property(tries = 20_000)
    void whateverComesIsAnsweredWithFaultsOrCanBeUsed(@ForAll("anything") JsonNode node) {
        if (check.check(node, "").isEmpty()) {
            ServiceTerms terms = ServiceTerms.of(RuleJsonMapper.read(node));
            new RuleEvaluator(EligibilityForTests.REGIONS).verdict(terms, ClientProfile.EMPTY);
            assertEquals(
                    node.toString().length() > 0,
                    RuleJsonMapper.write(RuleJsonMapper.read(node)).isObject());
        }
    }
}

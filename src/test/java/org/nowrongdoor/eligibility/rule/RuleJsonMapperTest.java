package org.nowrongdoor.eligibility.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.nowrongdoor.support.EligibilityForTests.JSON;
import static org.nowrongdoor.support.EligibilityForTests.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.support.EligibilityForTests;

class RuleJsonMapperTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attribute':'age','min':18,'max':24,'strength':'hard','reason':'funding','as_stated':'ages 18 to 24',"
                        + "'source_url':'https://example.org/a','verified_on':'2026-08-01','ambiguous':false}",
                "{'attribute':'income_percent_fpl','max':125.5}",
                "{'attribute':'income_percent_fpl','max':125.0,'ambiguous':true}",
                "{'attribute':'gender','not_in':['man','trans_man']}",
                "{'attribute':'age','strength':'discretion','as_stated':'case by case'}",
                "{'all_of':[{'any_of':[{'not':{'attribute':'pregnant','is':true}}]},"
                        + "{'every_child':{'attribute':'age','max':5}}]}",
                "{'all_of':[]}"
            })
    void aRuleIsWrittenByteForByteAsItWasRead(String text) throws JsonProcessingException {
        JsonNode node = json(text);
        Rule rule = JSON.readValue(node.toString(), Rule.class);
        assertEquals(node.toString(), JSON.writeValueAsString(rule));
        assertEquals(node, JSON.valueToTree(rule));
        assertEquals(rule, RuleJsonMapper.read(RuleJsonMapper.write(rule)));
    }

    @Test
    void everyPublishedRuleComesThroughUnchanged() {
        EligibilityForTests.file("published-rules.json")
                .forEach(node -> assertEquals(node, RuleJsonMapper.write(EligibilityForTests.rule(node))));
    }

    @Test
    void nullReadsAsAbsent() {
        Rule rule =
                RuleJsonMapper.read(json("{'attribute':'age','min':18,'max':null,'strength':null,'as_stated':null}"));
        assertEquals(
                "{\"attribute\":\"age\",\"min\":18}", RuleJsonMapper.write(rule).toString());
    }

    @Test
    void aRuleInsideAnotherRecordIsReadByAnyMapper() throws JsonProcessingException {
        record Holder(Rule eligibility) {}
        Holder holder = JSON.readValue("{\"eligibility\":{\"attribute\":\"age\",\"min\":18}}", Holder.class);
        assertInstanceOf(Rule.Leaf.class, holder.eligibility());
        assertEquals("{\"eligibility\":{\"attribute\":\"age\",\"min\":18}}", JSON.writeValueAsString(holder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attribute':'agee','min':1}",
                "{}",
                "[]",
                "{'attribute':'age','min':1,'verified_on':'soon'}",
                "{'attribute':'age','min':1,'strength':'iron'}"
            })
    void whatIsNoRuleIsAMappingFault(String text) {
        assertThrows(JsonMappingException.class, () -> JSON.readValue(json(text).toString(), Rule.class));
    }

    @Test
    void depthIsBoundedEvenUnchecked() {
        String deep = "{'not':".repeat(200) + "{'attribute':'age','min':1}" + "}".repeat(200);
        assertThrows(IllegalArgumentException.class, () -> RuleJsonMapper.read(json(deep)));
    }
}

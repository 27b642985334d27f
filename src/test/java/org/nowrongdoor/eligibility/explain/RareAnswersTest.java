package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.support.EligibilityForTests;

/** An answer that few people would give settles the verdict, so it is worth the question. */
class RareAnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pets {'all_of':[{'attribute':'pets','in':['dog']},{'attribute':'pets','in':['cat']}]}",
                "id {'all_of':[{'attribute':'id','in':['ssn']},{'attribute':'id','in':['photo']}]}",
                "residence {'all_of':[{'attribute':'residence','in':['WI']},{'attribute':'residence','not_in':['55073']}]}",
                "residence {'all_of':[{'attribute':'residence','in':['WI']},{'attribute':'residence','in':['WI/wausau']}]}",
                "children {'attribute':'children','min':3}",
                "children {'all_of':[{'attribute':'children','min':2,'max':2},"
                        + "{'not':{'every_child':{'attribute':'age','min':5}}},"
                        + "{'not':{'every_child':{'attribute':'age','max':12}}}]}",
                "age {'all_of':[{'attribute':'age','min':18},{'attribute':'age','max':18}]}",
                "income_percent_fpl {'not':{'any_of':[{'attribute':'income_percent_fpl','max':125},"
                        + "{'attribute':'income_percent_fpl','min':125.5}]}}",
                "languages {'all_of':[{'attribute':'languages','in':['es']},{'attribute':'languages','in':['hmn']}]}",
                "languages {'attribute':'languages','not_in':['en']}",
                "gender {'attribute':'gender','not_in':['woman','man','nonbinary','trans_woman','trans_man','two_spirit']}"
            })
    void whatOnlyARareAnswerSettlesIsAsked(String attributeAndRule) {
        String attribute = attributeAndRule.substring(0, attributeAndRule.indexOf(' '));
        String rule = attributeAndRule.substring(attributeAndRule.indexOf(' ') + 1);
        String orCaseByCase = "{'any_of':[" + rule + ",{'attribute':'homeless','strength':'discretion'}]}";
        assertEquals(
                Set.of(ClientAttribute.find(attribute).orElseThrow()),
                EligibilityForTests.match(EligibilityForTests.terms(orCaseByCase), "{}")
                        .settling());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'all_of':[{'attribute':'age','min':18},{'attribute':'age','max':17}]}",
                "{'all_of':[{'attribute':'residence','in':['WI']},{'attribute':'residence','in':['MN/minneapolis']}]}",
                "{'all_of':[{'attribute':'children','is':false},{'not':{'every_child':{'attribute':'age','min':5}}}]}",
                "{'all_of':[{'attribute':'gender','in':['man']},{'attribute':'gender','in':['nonbinary']}]}"
            })
    void whatNoAnswerSettlesIsNotAsked(String rule) {
        String orCaseByCase = "{'any_of':[" + rule + ",{'attribute':'homeless','strength':'discretion'}]}";
        assertEquals(
                Set.of(),
                EligibilityForTests.match(EligibilityForTests.terms(orCaseByCase), "{}")
                        .settling());
    }
}

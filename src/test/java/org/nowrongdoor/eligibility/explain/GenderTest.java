package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.UnknownTo;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.support.EligibilityForTests;

/** Gender is matched as the person says it. */
class GenderTest {

    @ParameterizedTest(name = "{0} {1}, {2}: {3} is {4}")
    @CsvSource({
        "in, woman, by_identity, trans_woman, ELIGIBLE",
        "in, woman, by_legal_sex, trans_woman, UNKNOWN",
        "in, woman, case_by_case, trans_woman, UNKNOWN",
        "in, woman, unknown, trans_woman, UNKNOWN",
        "in, man, by_identity, trans_man, ELIGIBLE",
        "in, man, by_legal_sex, trans_man, UNKNOWN",
        "in, man, by_legal_sex, trans_woman, NOT_ELIGIBLE",
        "in, woman, by_identity, trans_man, NOT_ELIGIBLE",
        "in, trans_woman, unknown, trans_woman, ELIGIBLE",
        "in, trans_woman, by_identity, woman, NOT_ELIGIBLE",
        "in, woman, unknown, woman, ELIGIBLE",
        "in, woman, by_identity, nonbinary, NOT_ELIGIBLE",
        "not_in, man, by_legal_sex, trans_woman, ELIGIBLE",
        "not_in, man, by_identity, trans_man, NOT_ELIGIBLE",
        "not_in, man, unknown, trans_man, UNKNOWN",
        "not_in, woman, unknown, trans_woman, UNKNOWN"
    })
    void aRuleThatNamesWomenNeverFailsATransWoman(
            String test, String word, String trans, String gender, Verdict verdict) {
        ServiceTerms terms = new ServiceTerms(
                EligibilityForTests.rule("{'attribute':'gender','" + test + "':['" + word + "']}"),
                Map.of(FactCode.TRANS_INCLUSIVE, trans));
        ClientProfile client = EligibilityForTests.client("{'gender': '" + gender + "'}");
        Match match = new MatchBuilder(EligibilityForTests.REGIONS).match(terms, client, Locale.ENGLISH);
        assertEquals(verdict, match.verdict());
        if (verdict == Verdict.UNKNOWN) {
            assertEquals(UnknownTo.PROVIDER, match.reasons().get(0).unknownTo());
            assertEquals(
                    "Do you help trans people by the gender they say?",
                    match.questions().get(0).text());
        }
    }
}

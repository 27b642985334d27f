package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nowrongdoor.eligibility.evaluate.Verdict.ELIGIBLE;
import static org.nowrongdoor.eligibility.evaluate.Verdict.NOT_ELIGIBLE;
import static org.nowrongdoor.eligibility.evaluate.Verdict.UNKNOWN;
import static org.nowrongdoor.support.EligibilityForTests.match;
import static org.nowrongdoor.support.EligibilityForTests.published;
import static org.nowrongdoor.support.EligibilityForTests.reasons;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.Kleene;

/** Rules that providers publish, as published-rules.json encodes them, each with clients on both sides of it. */
class PublishedRulesTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Judicare | {'immigration_status': 'undocumented', 'residence': '55073'} | UNKNOWN",
                "Judicare | {'immigration_status': 'undocumented', 'survivor_of': [], 'residence': '55073'} | NOT_ELIGIBLE",
                "Judicare | {'immigration_status': 'permanent_resident', 'residence': '55025', 'crime_victim': false, 'tribal_member': false} | NOT_ELIGIBLE",
                "Judicare | {'immigration_status': 'permanent_resident', 'residence': '55025', 'tribal_member': true} | UNKNOWN",
                "The Samaritan Women | {'gender': 'woman', 'age': 36} | NOT_ELIGIBLE",
                "The Samaritan Women | {'gender': 'woman', 'age': 35, 'sober_days': 2, 'languages': ['es'], 'substance_use': 'recovery', 'oud_medication': false, 'disability': false, 'self_care': true, 'children_in_custody': false} | ELIGIBLE",
                "The Samaritan Women | {'gender': 'woman', 'age': 35, 'substance_use': 'recovery', 'oud_medication': false, 'disability': true, 'self_care': true, 'children_in_custody': false} | UNKNOWN",
                "YWCA safe house | {'age': 30, 'recency_of_trafficking_days': 365, 'sober_days': 180, 'criminal_record': ['misdemeanor']} | ELIGIBLE",
                "YWCA safe house | {'age': 30, 'recency_of_trafficking_days': 366, 'sober_days': 180, 'criminal_record': false} | NOT_ELIGIBLE",
                "YWCA safe house | {'age': 30, 'recency_of_trafficking_days': 10, 'sober_days': {'min': 150, 'max': 200}, 'criminal_record': false} | UNKNOWN",
                "YWCA safe house | {'age': 30, 'recency_of_trafficking_days': 10, 'sober_days': 200, 'criminal_record': true} | UNKNOWN",
                "The Link navigator | {'age': 23} | ELIGIBLE",
                "The Link navigator | {'age': 24} | UNKNOWN",
                "The Link navigator | {'age': 25} | NOT_ELIGIBLE",
                "Ain Dah Yung shelter | {'age': 17} | ELIGIBLE",
                "Ain Dah Yung shelter | {'age': 18} | NOT_ELIGIBLE",
                "Ain Dah Yung lodge | {'age': 16} | ELIGIBLE",
                "Ain Dah Yung lodge | {'age': 22} | NOT_ELIGIBLE",
                "Ain Dah Yung housing | {'age': 17} | NOT_ELIGIBLE",
                "Ain Dah Yung housing | {'age': 24} | ELIGIBLE",
                "Ain Dah Yung Safe Harbor | {'tribal_member': false} | ELIGIBLE",
                "Orange County shelter | {'gender': 'woman', 'referred_by': 'self'} | NOT_ELIGIBLE",
                "Orange County shelter | {'gender': 'woman', 'referred_by': ['self', 'court']} | ELIGIBLE",
                "Orange County shelter | {'gender': 'trans_woman', 'referred_by': 'court'} | UNKNOWN",
                "Orange County shelter | {'gender': 'man', 'referred_by': 'court'} | NOT_ELIGIBLE",
                "Family Support Center | {'residence': '55017', 'identifies_as_victim': false} | ELIGIBLE",
                "Family Support Center | {'residence': '55079'} | NOT_ELIGIBLE",
                "Family Support Center | {'residence': 'WI'} | UNKNOWN",
                "Breaking Free housing | {'gender': 'woman', 'survivor_of': 'sex_trafficking', 'referred_by': 'coordinated_entry', 'residence': '27053'} | ELIGIBLE",
                "Breaking Free housing | {'gender': 'woman', 'survivor_of': 'sex_trafficking', 'residence': 'WI'} | UNKNOWN",
                "Terebinth Refuge | {'age': 20, 'gender': 'woman', 'children': []} | ELIGIBLE",
                "Terebinth Refuge | {'age': 20, 'gender': 'woman', 'children': [{'age': 5}]} | ELIGIBLE",
                "Terebinth Refuge | {'age': 20, 'gender': 'woman', 'children': [{'age': 5}, {'age': 6}]} | NOT_ELIGIBLE",
                "Terebinth Refuge | {'age': 20, 'gender': 'woman'} | UNKNOWN",
                "PAVSA | {'age': 13} | ELIGIBLE",
                "PAVSA | {'age': 12} | NOT_ELIGIBLE",
                "PAVSA | {'age': 'prefer_not_to_say'} | UNKNOWN",
                "StreetLightUSA | {'age': 11, 'gender': 'woman'} | ELIGIBLE",
                "StreetLightUSA | {'age': 18, 'gender': 'woman'} | NOT_ELIGIBLE",
                "Legal Action of Wisconsin | {'residence': '55079', 'income_percent_fpl': 150, 'immigration_status': 'undocumented', 'survivor_of': ['domestic_violence']} | ELIGIBLE",
                "Legal Action of Wisconsin | {'residence': '55079', 'income_percent_fpl': 150, 'immigration_status': 'undocumented', 'survivor_of': ['stalking']} | NOT_ELIGIBLE",
                "Legal Action of Wisconsin, earlier | {'residence': '55079', 'income_percent_fpl': 150} | NOT_ELIGIBLE"
            })
    void aPublishedRuleSaysWhatItsProviderSays(String name, String client, Verdict verdict) {
        assertEquals(verdict, match(published(name), client).verdict());
    }

    @Test
    void everyExclusionIsAReasonOfItsOwn() {
        Match match = match(
                published("The Samaritan Women"),
                "{'gender': 'man', 'age': 50, 'substance_use': 'current', 'oud_medication': true,"
                        + " 'disability': ['mobility'], 'self_care': false, 'children_in_custody': true}");
        assertEquals(NOT_ELIGIBLE, match.verdict());
        assertEquals(
                List.of(
                        "gender",
                        "age",
                        "substance_use",
                        "oud_medication",
                        "disability",
                        "self_care",
                        "children_in_custody"),
                reasons(match, Kleene.FAILED));
    }

    @Test
    void priorityToACountyTurnsNobodyAway() {
        Match match = match(
                published("Breaking Free housing"),
                "{'gender': 'woman', 'survivor_of': 'csec', 'referred_by': 'coordinated_entry', 'residence': 'WI'}");
        assertEquals(ELIGIBLE, match.verdict());
        assertEquals(
                "This place helps people who live in 27123 first. Others can get help too.",
                match.reasons().get(3).text());
    }

    @Test
    void typicallyIsUpToTheProvider() {
        Match match = match(
                published("Judicare"),
                "{'immigration_status': 'citizen', 'residence': '55073', 'income_percent_fpl': 300}");
        assertEquals(UNKNOWN, match.verdict());
        assertEquals(List.of("income_percent_fpl provider_decides"), reasons(match, Kleene.UNKNOWN));
    }
}

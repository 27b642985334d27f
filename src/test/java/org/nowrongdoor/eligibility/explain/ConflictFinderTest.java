package org.nowrongdoor.eligibility.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.rule.ClientAttribute;
import org.nowrongdoor.support.EligibilityForTests;

/** What a client said against a known condition is said, and the provider decides. */
class ConflictFinderTest {

    private final ConflictFinder finder = new ConflictFinder(EligibilityForTests.REGIONS);

    private List<Conflict> conflicts(String fact, String client) {
        return finder.find(Map.of(fact, Optional.of("in words")), EligibilityForTests.client(client), Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "exit_required | {'trading_sex':'current'} | trading_sex",
                "exit_required | {'wants_to_leave':false} | wants_to_leave",
                "exit_required | {'trading_sex':'current','wants_to_leave':false} | trading_sex",
                "sobriety_required | {'substance_use':'current'} | substance_use",
                "drug_test | {'substance_use':'current'} | substance_use",
                "id_required | {'id':['none']} | id",
                "religious_participation_required | {'accepts_religious_activities':false} | accepts_religious_activities",
                "phone_surrendered | {'needs_phone':true} | needs_phone",
                "work_required | {'employed':false} | employed",
                "professional_referral_required | {'referred_by':['self']} | referred_by"
            })
    void bothSidesAreSaid(String fact, String client, String attribute) {
        var found = conflicts(fact, client);
        assertEquals(
                List.of(fact + ' ' + attribute),
                found.stream().map(c -> c.code() + ' ' + c.attribute()).toList());
        assertTrue(found.get(0).text().startsWith("You said"), found.get(0).text());
        assertEquals("in words", found.get(0).asStated());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "exit_required | {'trading_sex':'current','wants_to_leave':true}",
                "exit_required | {'trading_sex':'past'}",
                "exit_required | {'trading_sex':'prefer_not_to_say'}",
                "exit_required | {'age':20}",
                "exit_required | {}",
                "sobriety_required | {'substance_use':'recovery'}",
                "id_required | {'id':['photo']}",
                "work_required | {'employed':true}",
                "phone_surrendered | {'needs_phone':false}",
                "professional_referral_required | {'referred_by':['self','professional']}",
                "curfew | {'needs_phone':true}"
            })
    void whatDoesNotContradictIsNoConflict(String fact, String client) {
        assertEquals(List.of(), conflicts(fact, client));
    }

    @Test
    void theProviderDecidesOnWhatWouldHaveFittedAndOnNothingElse() {
        var found = conflicts("exit_required", "{'trading_sex':'current'}");
        for (var verdict : Verdict.values()) {
            var told = finder.told(
                    new Match(verdict, List.of(), List.of(), Set.of(ClientAttribute.AGE)), found, Locale.ENGLISH);
            assertEquals(verdict == Verdict.ELIGIBLE ? Verdict.UNKNOWN : verdict, told.verdict());
            assertEquals(Set.of(), told.settling());
            assertEquals("trading_sex", told.reasons().get(0).attribute());
        }
        var fits = new MatchBuilder(EligibilityForTests.REGIONS)
                .match(ServiceTerms.of(null), EligibilityForTests.client("{}"), Locale.ENGLISH);
        assertEquals(fits, finder.told(fits, List.of(), Locale.ENGLISH));
    }
}

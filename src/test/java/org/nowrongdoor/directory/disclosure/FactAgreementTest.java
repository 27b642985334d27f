package org.nowrongdoor.directory.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.record.Fact;

/** What several statements come to, and what is told of them. */
class FactAgreementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode node(String text) {
        try {
            return MAPPER.readTree(json(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Fact.Statement said(String value, Fact.Says says, @Nullable LocalDate until) {
        return new Fact.Statement(node(value), "said " + value, says, null, TODAY, until, null);
    }

    private static Fact fact(Fact.Statement... statements) {
        return new Fact(node("'unknown'"), null, null, null, List.of(statements));
    }

    private static Fact plain(String value) {
        return new Fact(node(value), "in words", "https://source.example", TODAY, List.of());
    }

    private static BeforeContact told(Map<String, Fact> facts, @Nullable String fees) {
        return BeforeContactBuilder.of(
                new BeforeContactBuilder.Stated(facts, fees, null, List.of(), List.of(), Map.of()), TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'yes' | 'yes' | \"yes\"",
                "'yes' | 'no' | \"unknown\"",
                "'no' | 'none_declared' | \"no\"",
                "'none_declared' | 'none_declared' | \"none_declared\"",
                "'yes' | 'unknown' | \"yes\"",
                "'unknown' | 'unknown' | \"unknown\"",
                "30 | 30.0 | 30",
                "30 | {'at_least': 30} | \"unknown\"",
                "['a', 'b'] | ['b', 'a'] | \"\""
            })
    void theValueIsWhatStatementsAgreeOn(String one, String other, String value) {
        var agreed = FactAgreement.on(
                        TODAY, fact(said(one, Fact.Says.SOURCE, null), said(other, Fact.Says.PROVIDER, TODAY)))
                .value();
        assertEquals(value, agreed.asText());
    }

    @Test
    void aStatementCountsThroughItsLastDay() {
        var both = fact(said("'no'", Fact.Says.PROVIDER, TODAY), said("'yes'", Fact.Says.SOURCE, TODAY.minusDays(1)));
        assertEquals("no", FactAgreement.on(TODAY, both).value().asText());
        assertEquals(
                "unknown", FactAgreement.on(TODAY.plusDays(1), both).value().asText());
        assertEquals("yes", FactAgreement.on(TODAY, plain("'yes'")).value().asText());
    }

    @Test
    void aConditionStandsWhileOneStatementCarriesItAndBothSidesAreTold() {
        var facts = Map.of(
                "exit_required",
                fact(
                        said("'yes'", Fact.Says.SOURCE, null),
                        said("'none_declared'", Fact.Says.PROVIDER, null),
                        said("'yes'", Fact.Says.SOURCE, TODAY.minusDays(1))),
                "curfew",
                fact(said("'no'", Fact.Says.SOURCE, null), said("'yes'", Fact.Says.SOURCE, TODAY.minusDays(1))));
        var conditions = told(facts, null).conditions();
        assertEquals(
                List.of("exit_required yes", "exit_required none_declared"),
                conditions.stream()
                        .map(c -> c.code() + ' ' + c.value().asText())
                        .toList());
        assertEquals("You have to stop trading sex.", conditions.get(0).text());
        assertTrue(
                conditions.get(1).text().contains("says that it has no such rule"),
                conditions.get(1).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_stay_days | 90 | You can stay up to 90 days. | Puede quedarse hasta 90 días.",
                "max_stay_days | {'at_least': 90} | You can stay at least 90 days. | Puede quedarse al menos 90 días.",
                "max_stay_days | \"no_limit\" | There is no limit on how long you stay. | No hay límite de tiempo para quedarse.",
                "voluntary_services | \"no\" | You cannot say no to parts of the program. | No puede decir que no a partes del programa.",
                "funding_restriction | \"trafficking only\" | Their funding limits whom they help. | Sus fondos limitan a quién ayudan."
            })
    void aConditionIsOneSentenceInEitherLanguage(String code, String value, String english, String spanish) {
        var told = told(Map.of(code, plain(value)), null);
        assertEquals(
                List.of(english),
                told.conditions().stream().map(StatedCondition::text).toList());
        var spoken = BeforeContactBuilder.in("es", told, each -> 0);
        assertEquals(
                List.of(spanish),
                spoken.conditions().stream().map(StatedCondition::text).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "sobriety_required, no", "sobriety_required, none_declared", "sobriety_required, unknown",
        "voluntary_services, yes", "law_enforcement_relationship, joins_operations", "harm_reduction, no"
    })
    void whatAsksNothingIsNoCondition(String code, String value) {
        assertEquals(
                List.of(), told(Map.of(code, plain('"' + value + '"')), null).conditions());
    }

    @Test
    void whatMattersMoreToTheClientStandsFirst() {
        var told = told(
                Map.of("exit_required", plain("'yes'"), "curfew", plain("'yes'"), "id_required", plain("'yes'")), null);
        var spoken = BeforeContactBuilder.in("en", told, code -> code.equals("id_required") ? 0 : 1);
        assertEquals(
                List.of("id_required", "exit_required", "curfew"),
                spoken.conditions().stream().map(StatedCondition::code).toList());
    }

    @Test
    void theStricterWordOnContactCounts() {
        var facts = Map.of(
                "contact_preference",
                fact(said("'public'", Fact.Says.SOURCE, null), said("'introduction'", Fact.Says.PROVIDER, null)));
        assertEquals("introduction", told(facts, null).contactPreference());
        assertTrue(told(facts, null).asksFirst());
        assertEquals("unknown", told(Map.of(), null).contactPreference());
    }

    @Test
    void theCostIsToldWithTheProvidersWords() {
        assertEquals(
                "It is free. No charge.",
                told(Map.of("fees", plain("'free'")), "No charge.").cost().text());
        assertEquals(
                "Ask at the desk.", told(Map.of(), "Ask at the desk.").cost().text());
        assertEquals("unknown", told(Map.of(), null).cost().code());
        assertEquals(
                "No se sabe cuánto cuesta. Pregunte.",
                BeforeContactBuilder.in("es", told(Map.of(), null), code -> 0)
                        .cost()
                        .text());
    }

    @Test
    void onlyYesIsLedBy() {
        var facts = Map.of("survivor_led", plain("'yes'"), "peer_led", plain("'no'"), "sex_worker_led", plain("'yes'"));
        assertEquals(List.of("sex_worker", "survivor"), told(facts, null).ledBy());
    }
}

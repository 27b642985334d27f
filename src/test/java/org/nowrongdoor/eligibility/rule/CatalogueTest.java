package org.nowrongdoor.eligibility.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.support.EligibilityForTests;

class CatalogueTest {

    @Test
    void everyAttributeOfTheContractIsThere() {
        assertEquals(
                "age gender pronouns children children_in_custody pregnant adults pets survivor_of identifies_as_victim"
                        + " trading_sex wants_to_leave immigration_status residence income_percent_fpl insurance id"
                        + " veteran disability substance_use sober_days oud_medication criminal_record warrants"
                        + " sex_offence_registry on_supervision languages tribal_member crime_victim referred_by"
                        + " homeless employed student hiv_status recency_of_trafficking_days self_care needs_phone"
                        + " accepts_religious_activities",
                String.join(" ", ClientAttribute.codes()));
    }

    @Test
    void everyFactOfTheContractIsThere() {
        assertEquals(
                "sobriety_required treatment_required therapy_required therapy_offered"
                        + " religious_participation_required religious_affiliation exit_required exit_support_offered"
                        + " accepts_currently_trading_sex trafficking_survivors_only requires_identifying_as_victim"
                        + " voluntary_services id_required professional_referral_required police_report_required"
                        + " cooperation_with_law_enforcement_required background_check drug_test phone_surrendered"
                        + " curfew work_required fees trans_inclusive immigration_status_asked"
                        + " law_enforcement_relationship shares_client_data_with_law_enforcement mandated_reporter"
                        + " records_kept anonymous_ok survivor_led sex_worker_led peer_led culturally_specific"
                        + " demand_reduction_activity harm_reduction pets_allowed wheelchair_access max_stay_days"
                        + " interpreters funding_restriction tells_ineligible_at contact_preference part2_program"
                        + " law_enforcement_purposes visits_restricted attendance_reported_to_court"
                        + " confidentiality_privileged",
                String.join(" ", FactCode.codes()));
    }

    @Test
    void tiesToLawEnforcementStandInTheirOrder() {
        assertEquals(
                List.of(
                        "none",
                        "on_client_request_only",
                        "certification_only",
                        "task_force_or_mou",
                        "co_located",
                        "joins_operations",
                        "is_law_enforcement",
                        "unknown"),
                List.copyOf(
                        FactCode.LAW_ENFORCEMENT_RELATIONSHIP.entry().values().keySet()));
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        List<JsonNode> texts = new ArrayList<>();
        for (String file : List.of(
                "attributes.json",
                "facts.json",
                "sentences.json",
                "disclosures.json",
                "conditions.json",
                "conflicts.json",
                "costs.json")) {
            EligibilityForTests.file(file).findParents("en").forEach(texts::add);
        }
        assertTrue(texts.size() > 300);
        for (JsonNode text : texts) {
            assertFalse(text.path("en").asText().isBlank(), text::toString);
            assertFalse(text.path("es").asText().isBlank(), text::toString);
        }
    }

    @Test
    void noTextPromisesOrLabels() {
        for (String file : List.of(
                "attributes.json",
                "facts.json",
                "sentences.json",
                "disclosures.json",
                "conditions.json",
                "conflicts.json",
                "costs.json")) {
            for (JsonNode text : EligibilityForTests.file(file).findParents("en")) {
                String both = (text.path("en").asText() + " " + text.path("es").asText()).toLowerCase(Locale.ROOT);
                for (String word : List.of(
                        "are you a victim",
                        "es usted víctima",
                        "guarantee",
                        "garantiza",
                        "available",
                        "disponible",
                        " safe",
                        "segura ",
                        "prostitut",
                        "addict",
                        "adict",
                        "illegal",
                        "ilegal")) {
                    assertFalse(both.contains(word), both);
                }
            }
        }
    }

    @Test
    void theFilesHoldNothingThatNobodyReads() {
        assertEquals(new TreeSet<>(ClientAttribute.codes()), names(EligibilityForTests.file("attributes.json")));
        assertEquals(
                new TreeSet<>(FactCode.codes()),
                names(EligibilityForTests.file("facts.json").path("facts")));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyWordListIsWhereItsKindSays() {
        for (ClientAttribute attribute : ClientAttribute.values()) {
            assertEquals(
                    attribute.kind().hasWordList(), !attribute.entry().values().isEmpty(), attribute.code());
        }
        for (FactCode code : FactCode.values()) {
            boolean worded = code.kind() == FactKind.WORD || code.kind() == FactKind.YES_NO;
            assertEquals(worded, code.entry().values().containsKey(FactCode.UNKNOWN), code.code());
        }
    }

    @Test
    void umbrellasNameWordsOfTheirOwnList() {
        for (ClientAttribute attribute : ClientAttribute.values()) {
            Vocabulary vocabulary = attribute.entry().vocabulary();
            vocabulary
                    .umbrellas()
                    .forEach((word, umbrella) -> Stream.of(
                                    Set.of(word), umbrella.includes(), umbrella.perhaps(), umbrella.byIdentity())
                            .forEach(words ->
                                    assertTrue(vocabulary.words().keySet().containsAll(words), attribute.code())));
            assertTrue(vocabulary
                    .words()
                    .keySet()
                    .containsAll(vocabulary.wordsOfChild().keySet()));
        }
    }

    @Test
    void theCatalogueIsPublishedInTheContractsWords() {
        JsonNode gender = EligibilityForTests.JSON.valueToTree(ClientAttribute.GENDER.entry());
        assertEquals("gender", gender.path("code").asText());
        assertEquals("enum", gender.path("kind").asText());
        assertEquals("Género", gender.path("labels").path("es").asText());
        assertEquals("mujer", gender.path("values").path("woman").path("es").asText());
        assertEquals(Set.of("code", "kind", "labels", "values", "questions"), names(gender));
        JsonNode fees = EligibilityForTests.JSON.valueToTree(FactCode.FEES.entry());
        assertEquals(Set.of("code", "kind", "labels", "values", "question"), names(fees));
    }
}

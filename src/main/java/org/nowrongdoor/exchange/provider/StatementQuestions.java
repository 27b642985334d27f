package org.nowrongdoor.exchange.provider;

import java.util.List;
import java.util.stream.Stream;
import org.nowrongdoor.eligibility.rule.FactCode;

/** The questions that a provider may answer, in the order of document 003: what is a choice, what is asked, who is served, the
 *  police, what is kept and told, money, access, contact. */
final class StatementQuestions {

    static final List<StatementView.Group> GROUPS = List.of(
            group(
                    "choice",
                    FactCode.VOLUNTARY_SERVICES,
                    FactCode.EXIT_REQUIRED,
                    FactCode.EXIT_SUPPORT_OFFERED,
                    FactCode.RELIGIOUS_PARTICIPATION_REQUIRED,
                    FactCode.RELIGIOUS_AFFILIATION,
                    FactCode.THERAPY_REQUIRED,
                    FactCode.THERAPY_OFFERED,
                    FactCode.TREATMENT_REQUIRED,
                    FactCode.SOBRIETY_REQUIRED,
                    FactCode.DRUG_TEST,
                    FactCode.HARM_REDUCTION,
                    FactCode.WORK_REQUIRED),
            group(
                    "stay",
                    FactCode.MAX_STAY_DAYS,
                    FactCode.CURFEW,
                    FactCode.PHONE_SURRENDERED,
                    FactCode.VISITS_RESTRICTED,
                    FactCode.PETS_ALLOWED),
            group(
                    "people",
                    FactCode.ACCEPTS_CURRENTLY_TRADING_SEX,
                    FactCode.TRAFFICKING_SURVIVORS_ONLY,
                    FactCode.REQUIRES_IDENTIFYING_AS_VICTIM,
                    FactCode.TRANS_INCLUSIVE,
                    FactCode.ID_REQUIRED,
                    FactCode.BACKGROUND_CHECK,
                    FactCode.PROFESSIONAL_REFERRAL_REQUIRED,
                    FactCode.TELLS_INELIGIBLE_AT),
            group(
                    "police",
                    FactCode.LAW_ENFORCEMENT_RELATIONSHIP,
                    FactCode.LAW_ENFORCEMENT_PURPOSES,
                    FactCode.SHARES_CLIENT_DATA_WITH_LAW_ENFORCEMENT,
                    FactCode.POLICE_REPORT_REQUIRED,
                    FactCode.COOPERATION_WITH_LAW_ENFORCEMENT_REQUIRED,
                    FactCode.ATTENDANCE_REPORTED_TO_COURT,
                    FactCode.DEMAND_REDUCTION_ACTIVITY),
            group(
                    "kept",
                    FactCode.MANDATED_REPORTER,
                    FactCode.RECORDS_KEPT,
                    FactCode.ANONYMOUS_OK,
                    FactCode.CONFIDENTIALITY_PRIVILEGED,
                    FactCode.PART2_PROGRAM,
                    FactCode.IMMIGRATION_STATUS_ASKED),
            group("money", FactCode.FEES, FactCode.FUNDING_RESTRICTION),
            group(
                    "access",
                    FactCode.INTERPRETERS,
                    FactCode.CULTURALLY_SPECIFIC,
                    FactCode.WHEELCHAIR_ACCESS,
                    FactCode.SURVIVOR_LED,
                    FactCode.SEX_WORKER_LED,
                    FactCode.PEER_LED,
                    FactCode.CONTACT_PREFERENCE));

    private StatementQuestions() {}

    private static StatementView.Group group(String code, FactCode... facts) {
        return new StatementView.Group(
                code, Stream.of(facts).map(fact -> fact.entry().toBeAnswered()).toList());
    }
}

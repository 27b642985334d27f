package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.text.WireName;

/** The facts that a service may state about how it works. Labels, values and questions are in
 *  {@code eligibility/facts.json}. */
public enum FactCode {
    SOBRIETY_REQUIRED,
    TREATMENT_REQUIRED,
    THERAPY_REQUIRED,
    THERAPY_OFFERED,
    RELIGIOUS_PARTICIPATION_REQUIRED,
    RELIGIOUS_AFFILIATION,
    EXIT_REQUIRED,
    EXIT_SUPPORT_OFFERED,
    ACCEPTS_CURRENTLY_TRADING_SEX,
    TRAFFICKING_SURVIVORS_ONLY,
    REQUIRES_IDENTIFYING_AS_VICTIM,
    VOLUNTARY_SERVICES,
    ID_REQUIRED,
    PROFESSIONAL_REFERRAL_REQUIRED,
    POLICE_REPORT_REQUIRED,
    COOPERATION_WITH_LAW_ENFORCEMENT_REQUIRED,
    BACKGROUND_CHECK,
    DRUG_TEST,
    PHONE_SURRENDERED,
    CURFEW,
    WORK_REQUIRED,
    FEES(FactKind.WORD),
    TRANS_INCLUSIVE(FactKind.WORD),
    IMMIGRATION_STATUS_ASKED,
    LAW_ENFORCEMENT_RELATIONSHIP(FactKind.WORD),
    SHARES_CLIENT_DATA_WITH_LAW_ENFORCEMENT(FactKind.WORD),
    MANDATED_REPORTER,
    RECORDS_KEPT,
    ANONYMOUS_OK,
    SURVIVOR_LED,
    SEX_WORKER_LED,
    PEER_LED,
    CULTURALLY_SPECIFIC(FactKind.LIST),
    DEMAND_REDUCTION_ACTIVITY(FactKind.WORD),
    HARM_REDUCTION,
    PETS_ALLOWED,
    WHEELCHAIR_ACCESS,
    MAX_STAY_DAYS(FactKind.STAY),
    INTERPRETERS,
    FUNDING_RESTRICTION(FactKind.TEXT),
    TELLS_INELIGIBLE_AT(FactKind.WORD),
    CONTACT_PREFERENCE(FactKind.WORD),
    PART2_PROGRAM,
    LAW_ENFORCEMENT_PURPOSES(FactKind.WORDS),
    VISITS_RESTRICTED,
    ATTENDANCE_REPORTED_TO_COURT,
    CONFIDENTIALITY_PRIVILEGED;

    /** The value of a fact that is not known; an absent fact means the same. */
    public static final String UNKNOWN = "unknown";

    /** The value of a condition that the provider states not to have; it counts as {@code no}. */
    public static final String NONE_DECLARED = "none_declared";

    /** The value of a longest stay that has no end. */
    public static final String NO_LIMIT = "no_limit";

    /** The member of a stay that is known from below: {@code {"at_least": 30}}. */
    public static final String AT_LEAST = "at_least";

    private static final Map<String, FactCode> BY_CODE =
            Stream.of(values()).collect(Collectors.toMap(FactCode::code, Function.identity()));

    private final FactKind kind;
    private final String code = WireName.snakeCase(this);

    FactCode() {
        this(FactKind.YES_NO);
    }

    FactCode(FactKind kind) {
        this.kind = kind;
    }

    /** The name in JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    public FactKind kind() {
        return kind;
    }

    /** The catalogue entry: label, values (ranked where the fact is a scale), question to the provider. */
    public FactEntry entry() {
        return Catalogue.entry(this);
    }

    public static Optional<FactCode> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    static List<String> codes() {
        return Stream.of(values()).map(FactCode::code).toList();
    }
}

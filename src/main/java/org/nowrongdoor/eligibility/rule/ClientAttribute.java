package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.text.WireName;

/** The attributes that a client may state and a rule may test. Labels, values and questions are in
 *  {@code eligibility/attributes.json}. */
public enum ClientAttribute {
    AGE(AttributeKind.NUMBER, 130),
    GENDER(AttributeKind.WORD),
    PRONOUNS(AttributeKind.TEXT),
    CHILDREN(AttributeKind.CHILDREN, 50),
    CHILDREN_IN_CUSTODY(AttributeKind.YES_NO),
    PREGNANT(AttributeKind.YES_NO),
    ADULTS(AttributeKind.NUMBER, 100),
    PETS(AttributeKind.WORDS),
    SURVIVOR_OF(AttributeKind.WORDS),
    IDENTIFIES_AS_VICTIM(AttributeKind.YES_NO),
    TRADING_SEX(AttributeKind.WORD),
    WANTS_TO_LEAVE(AttributeKind.YES_NO),
    IMMIGRATION_STATUS(AttributeKind.WORD),
    RESIDENCE(AttributeKind.REGION),
    INCOME_PERCENT_FPL(AttributeKind.NUMBER, 100_000),
    INSURANCE(AttributeKind.YES_NO_OR_WORDS),
    ID(AttributeKind.WORDS),
    VETERAN(AttributeKind.YES_NO),
    DISABILITY(AttributeKind.YES_NO_OR_WORDS),
    SUBSTANCE_USE(AttributeKind.WORD),
    SOBER_DAYS(AttributeKind.NUMBER, 50_000),
    OUD_MEDICATION(AttributeKind.YES_NO),
    CRIMINAL_RECORD(AttributeKind.YES_NO_OR_WORDS),
    WARRANTS(AttributeKind.YES_NO),
    SEX_OFFENCE_REGISTRY(AttributeKind.YES_NO),
    ON_SUPERVISION(AttributeKind.YES_NO),
    LANGUAGES(AttributeKind.LANGUAGES),
    TRIBAL_MEMBER(AttributeKind.YES_NO),
    CRIME_VICTIM(AttributeKind.YES_NO),
    REFERRED_BY(AttributeKind.WORDS),
    HOMELESS(AttributeKind.YES_NO),
    EMPLOYED(AttributeKind.YES_NO),
    STUDENT(AttributeKind.YES_NO),
    HIV_STATUS(AttributeKind.YES_NO_OR_WORDS),
    RECENCY_OF_TRAFFICKING_DAYS(AttributeKind.NUMBER, 50_000),
    SELF_CARE(AttributeKind.YES_NO),
    NEEDS_PHONE(AttributeKind.YES_NO),
    ACCEPTS_RELIGIOUS_ACTIVITIES(AttributeKind.YES_NO);

    private static final Map<String, ClientAttribute> BY_CODE =
            Stream.of(values()).collect(Collectors.toMap(ClientAttribute::code, Function.identity()));

    private final AttributeKind kind;
    private final int most;
    private final String code = WireName.snakeCase(this);

    ClientAttribute(AttributeKind kind) {
        this(kind, 0);
    }

    ClientAttribute(AttributeKind kind, int most) {
        this.kind = kind;
        this.most = most;
    }

    /** The name in JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    public AttributeKind kind() {
        return kind;
    }

    /** The highest accepted number, of children the highest count; 0 for all other kinds. */
    public int most() {
        return most;
    }

    /** Whether only whole numbers are accepted: years and days count when completed. */
    public boolean isWhole() {
        return this != INCOME_PERCENT_FPL;
    }

    /** The catalogue entry: label, values and questions. */
    public AttributeEntry entry() {
        return Catalogue.entry(this);
    }

    public static Optional<ClientAttribute> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Codes of all attributes that a rule may test, for the remedy in a fault. */
    static List<String> testableCodes() {
        return Stream.of(values())
                .filter(a -> a.kind != AttributeKind.TEXT)
                .map(ClientAttribute::code)
                .toList();
    }

    public static List<String> codes() {
        return Stream.of(values()).map(ClientAttribute::code).toList();
    }
}

package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** An organisation as HSDS 3.2 has it on the wire and in the store.
 *  @param translations of its description, by the code of their language
 *  @see "HSDS 3.2, organization" */
@HsdsShape
@Schema(
        name = "Organization",
        requiredProperties = {"id", "name", "description"})
public record OrganizationRecord(
        UUID id,
        String name,
        @Nullable String alternateName,
        String description,
        @Nullable String email,
        @Nullable String website,
        List<Link> additionalWebsites,
        @Nullable String taxStatus,
        @Nullable String taxId,
        @Nullable BigDecimal yearIncorporated,
        @Nullable String legalStatus,
        @Nullable String logo,
        @Nullable String uri,
        @Nullable UUID parentOrganizationId,
        List<Funding> funding,
        List<Contact> contacts,
        List<Phone> phones,
        List<LocationRecord> locations,
        List<Program> programs,
        List<OrganizationIdentifier> organizationIdentifiers,
        List<Attribute> attributes,
        List<Metadata> metadata,
        List<String> aliases,
        List<Source> sources,
        List<ServiceRecord> services,
        Map<String, Translation> translations,
        List<Partner> partners) {

    /** How one organisation stands to another. */
    @Schema(name = "PartnerRelation")
    public enum Relation {
        @JsonProperty("trusted_partner")
        TRUSTED_PARTNER,
        @JsonProperty("refers_to")
        REFERS_TO,
        @JsonProperty("gives_legal_advice")
        GIVES_LEGAL_ADVICE,
        @JsonProperty("network_member")
        NETWORK_MEMBER,
        @JsonProperty("introduces")
        INTRODUCES,
        @JsonProperty("offers")
        OFFERS,
        @JsonProperty("law_enforcement")
        LAW_ENFORCEMENT,
        @JsonProperty("funded_by")
        FUNDED_BY
    }

    /** An organisation that this one works with, and where that was read.
     *  @param purpose for law_enforcement one of the fact law_enforcement_purposes, for offers space, training or funding
     *  @param limits what money from the partner may not be used for
     *  @param statedOn the day on which the source said so
     *  @param confirmed whether the record of the other organisation has the answering relation. Never stored */
    @HsdsShape
    @Schema(name = "Partner")
    public record Partner(
            UUID organizationId,
            Relation relation,
            @Nullable String purpose,
            @Nullable String limits,
            @Nullable LocalDate since,
            @Nullable String asStated,
            @Nullable String sourceUrl,
            @Nullable LocalDate statedOn,
            @Nullable Boolean confirmed) {}

    /** What an organisation says of itself in another language. */
    @HsdsShape
    @Schema(name = "OrganizationTranslation")
    public record Translation(@Nullable String description) {}
}

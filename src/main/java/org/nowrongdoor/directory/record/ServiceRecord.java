package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A service as HSDS 3.2 and our profile of it have it on the wire and in the store.
 *  @param translations of its texts, by the code of their language
 *  @see "HSDS 3.2, service" */
@HsdsShape
@Schema(
        name = "Service",
        requiredProperties = {"id", "name", "status"})
public record ServiceRecord(
        UUID id,
        @Nullable UUID organizationId,
        @Nullable UUID programId,
        String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String url,
        List<Link> additionalUrls,
        @Nullable String email,
        Status status,
        @Nullable String interpretationServices,
        @Nullable String applicationProcess,
        @Nullable String feesDescription,
        @Nullable String waitTime,
        @Nullable String fees,
        @Nullable String accreditations,
        @Nullable String eligibilityDescription,
        @Nullable BigDecimal minimumAge,
        @Nullable BigDecimal maximumAge,
        @Nullable LocalDate assuredDate,
        @Nullable String assurerEmail,
        @Nullable String licenses,
        @Nullable String alert,
        @Nullable OffsetDateTime lastModified,
        List<Phone> phones,
        List<Schedule> schedules,
        List<ServiceArea> serviceAreas,
        List<ServiceAtLocationRecord> serviceAtLocations,
        List<Language> languages,
        @Nullable OrganizationRecord organization,
        List<Funding> funding,
        List<CostOption> costOptions,
        @Nullable Program program,
        List<RequiredDocument> requiredDocuments,
        List<Contact> contacts,
        List<UnitCapacity> capacities,
        List<Attribute> attributes,
        List<Metadata> metadata,
        @Nullable Kind kind,
        @Nullable LocationPolicy locationPolicy,
        @Schema(ref = "Rule") @Nullable JsonNode eligibility,
        Map<String, Fact> facts,
        @Nullable Capacity capacity,
        List<Disclosure> disclosures,
        List<String> aliases,
        List<UUID> successorIds,
        @Nullable String discreetName,
        List<Source> sources,
        Map<String, Translation> translations) {

    /** What a service says of itself in another language; a text that is absent is told as the record has it. */
    @HsdsShape
    @Schema(name = "ServiceTranslation")
    public record Translation(
            @Nullable String description,
            @Nullable String interpretationServices,
            @Nullable String applicationProcess,
            @Nullable String feesDescription,
            @Nullable String waitTime,
            @Nullable String accreditations,
            @Nullable String eligibilityDescription,
            @Nullable String licenses,
            @Nullable String alert) {}
}

package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
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
        Map<String, Translation> translations) {

    /** What an organisation says of itself in another language. */
    @HsdsShape
    @Schema(name = "OrganizationTranslation")
    public record Translation(@Nullable String description) {}
}

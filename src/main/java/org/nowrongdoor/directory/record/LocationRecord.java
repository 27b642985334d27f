package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A place as HSDS 3.2 has it on the wire and in the store.
 *  @see "HSDS 3.2, location" */
@HsdsShape
@Schema(
        name = "Location",
        requiredProperties = {"id", "location_type"})
public record LocationRecord(
        UUID id,
        String locationType,
        @Nullable String url,
        @Nullable UUID organizationId,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String transportation,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String externalIdentifier,
        @Nullable String externalIdentifierType,
        List<Language> languages,
        List<Address> addresses,
        List<Contact> contacts,
        List<Accessibility> accessibility,
        List<Phone> phones,
        List<Schedule> schedules,
        List<Attribute> attributes,
        List<Metadata> metadata,
        @Nullable LocationPolicy locationPolicy) {}

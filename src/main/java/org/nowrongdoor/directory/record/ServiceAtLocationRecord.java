package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A service at a place as HSDS 3.2 has it on the wire and in the store.
 *  @see "HSDS 3.2, service_at_location" */
@HsdsShape
@Schema(
        name = "ServiceAtLocation",
        requiredProperties = {"id"})
public record ServiceAtLocationRecord(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID locationId,
        @Nullable String description,
        List<ServiceArea> serviceAreas,
        List<Contact> contacts,
        List<Phone> phones,
        List<Schedule> schedules,
        @Nullable LocationRecord location,
        List<Attribute> attributes,
        List<Metadata> metadata,
        @Nullable ServiceRecord service) {}

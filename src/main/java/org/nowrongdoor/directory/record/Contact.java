package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A role to ask for.
 *  @see "HSDS 3.2, contact" */
@HsdsShape
public record Contact(
        UUID id,
        @Nullable UUID organizationId,
        @Nullable UUID serviceId,
        @Nullable UUID serviceAtLocationId,
        @Nullable UUID locationId,
        @Nullable String name,
        @Nullable String title,
        @Nullable String department,
        @Nullable String email,
        List<Phone> phones,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

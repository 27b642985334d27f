package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A number by which a provider is reached.
 *  @see "HSDS 3.2, phone" */
@HsdsShape
public record Phone(
        UUID id,
        @Nullable UUID locationId,
        @Nullable UUID serviceId,
        @Nullable UUID organizationId,
        @Nullable UUID contactId,
        @Nullable UUID serviceAtLocationId,
        String number,
        @Nullable BigDecimal extension,
        @Nullable String type,
        @Nullable String description,
        List<Language> languages,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

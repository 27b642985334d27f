package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** Who pays, as stated.
 *  @see "HSDS 3.2, funding" */
@HsdsShape
public record Funding(
        UUID id,
        @Nullable UUID organizationId,
        @Nullable UUID serviceId,
        @Nullable String source,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

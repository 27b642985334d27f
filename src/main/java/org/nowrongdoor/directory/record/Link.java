package org.nowrongdoor.directory.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A web address and what it is for; label {@code chat} makes it a channel.
 *  @see "HSDS 3.2, url" */
@HsdsShape
public record Link(
        UUID id,
        @Nullable String label,
        String url,
        @Nullable UUID organizationId,
        @Nullable UUID serviceId,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

package org.nowrongdoor.http.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change as another system recorded it. Never kept for a place that is not public: it would give the old value away.
 *  @see "HSDS 3.2, metadata" */
@HsdsShape
public record Metadata(
        UUID id,
        @Nullable UUID resourceId,
        @Nullable String resourceType,
        String lastActionDate,
        String lastActionType,
        String fieldName,
        String previousValue,
        String replacementValue,
        String updatedBy) {}

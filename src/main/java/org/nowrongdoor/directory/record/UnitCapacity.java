package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A count of units, as HSDS 3.2 has it.
 *  @see "HSDS 3.2, service_capacity" */
@HsdsShape
public record UnitCapacity(
        UUID id,
        @Nullable UUID serviceId,
        MeasuringUnit unit,
        @Nullable UUID unitId,
        BigDecimal available,
        @Nullable BigDecimal maximum,
        @Nullable String description,
        OffsetDateTime updated,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

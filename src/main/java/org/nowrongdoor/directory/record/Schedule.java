package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** When something is open, as HSDS writes it: an RFC 5545 rule with clock times.
 *  @see "HSDS 3.2, schedule" */
@HsdsShape
public record Schedule(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable UUID locationId,
        @Nullable UUID serviceAtLocationId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate dtstart,
        @Nullable BigDecimal timezone,
        @Nullable LocalDate until,
        @Nullable BigDecimal count,
        @Nullable String wkst,
        @Nullable String freq,
        @Nullable BigDecimal interval,
        @Nullable String byday,
        @Nullable String byweekno,
        @Nullable String bymonthday,
        @Nullable String byyearday,
        @Nullable String description,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String scheduleLink,
        @Nullable String attendingType,
        @Nullable String notes,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

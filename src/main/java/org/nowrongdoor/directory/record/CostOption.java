package org.nowrongdoor.directory.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;
import org.nowrongdoor.http.record.Metadata;

/** A price and whom it is for.
 *  @see "HSDS 3.2, cost_option" */
@HsdsShape
public record CostOption(
        UUID id,
        @Nullable UUID serviceId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String option,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        @Nullable String amountDescription,
        List<Attribute> attributes,
        List<Metadata> metadata) {}

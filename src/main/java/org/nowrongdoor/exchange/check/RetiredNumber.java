package org.nowrongdoor.exchange.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A telephone number that no one may publish any more.
 *  @param number as it was written when it was retired
 *  @param reason what a caller would meet there, told to those who try to publish it */
public record RetiredNumber(
        String number,
        String reason,
        @Nullable String source,
        @Nullable LocalDate retiredOn,
        @Nullable String note) {}

package org.nowrongdoor.directory.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** What a person must hear before any way to reach the service is given to them.
 *  @param code law_enforcement, mandated_reporter, records_kept, immigration, custody, benefits or other */
@HsdsShape
public record Disclosure(
        String code,
        String text,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        @Nullable LocalDate verifiedOn) {}

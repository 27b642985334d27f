package org.nowrongdoor.directory.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** What a person must hear before any way to reach the service is given to them.
 *  @param code law_enforcement, mandated_reporter, records_kept, immigration, custody, benefits or other
 *  @param derivedFrom the facts ({@code code=value}) and terms it was made of; empty where the service lists it itself.
 *      A record that is sent with such a disclosure is stored without it: it follows what it was made of */
@HsdsShape
public record Disclosure(
        String code,
        String text,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        @Nullable LocalDate verifiedOn,
        List<String> derivedFrom) {}

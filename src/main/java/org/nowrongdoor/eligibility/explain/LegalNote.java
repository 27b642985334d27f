package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source's report of a law that may concern a client of that age in that jurisdiction. Never legal advice.
 *  @param jurisdiction state code, or {@code US}
 *  @param topics what it is about
 *  @param ageMax years, inclusive; null where there is no upper bound
 *  @param text our sentence, which says whose report it is
 *  @param asStated the source's own words; null where none are kept
 *  @param dated the date of the law as the source states it; null where it states none
 *  @param lawServiceId the record of the law itself; null where the directory has none */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalNote(
        UUID id,
        String jurisdiction,
        List<String> topics,
        int ageMin,
        @Nullable Integer ageMax,
        String text,
        @Nullable String asStated,
        String source,
        @Nullable String sourceUrl,
        @Nullable String dated,
        @Nullable UUID lawServiceId,
        String note) {}

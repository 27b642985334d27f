package org.nowrongdoor.eligibility.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a source reports of a law that may matter to somebody of that age in that place. Never advice.
 *  @param jurisdiction state code, or {@code US}
 *  @param ageMax years, inclusive; null where there is no upper bound
 *  @param text our sentence, which says whose report it is
 *  @param asStated the source's own words
 *  @param dated when the source says the law is from; null where it does not
 *  @param lawServiceId the record of the law itself; null where the directory has none */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalNote(
        UUID id,
        String jurisdiction,
        int ageMin,
        @Nullable Integer ageMax,
        String text,
        String asStated,
        String source,
        @Nullable String sourceUrl,
        @Nullable String dated,
        @Nullable UUID lawServiceId,
        String note) {}

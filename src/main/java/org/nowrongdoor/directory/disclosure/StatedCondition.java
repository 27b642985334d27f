package org.nowrongdoor.directory.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.http.record.HsdsShape;

/** What a service asks of a client or what limits them, in the word of one author. Where statements differ, each stands.
 *  @param code of the fact
 *  @param text one sentence to read aloud
 *  @param statedOn the day on which it was said, or read where it stands */
@HsdsShape
public record StatedCondition(
        String code,
        @Schema(ref = "FactValue") JsonNode value,
        String text,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        Fact.Says says,
        @Nullable LocalDate statedOn) {

    StatedCondition with(String words) {
        return new StatedCondition(code, value, words, asStated, sourceUrl, says, statedOn);
    }
}

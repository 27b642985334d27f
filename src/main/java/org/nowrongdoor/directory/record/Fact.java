package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** What is known of one trait of a service, with the provider's words and where they stand.
 *  @param value text, number or list, as the catalogue of facts says for the code; {@code unknown} is a value of its own.
 *      Where there are statements it is shown as what those agree on that have not expired
 *  @param statements every statement where there is more than one, or the provider's own */
@HsdsShape
public record Fact(
        @Schema(ref = "FactValue") JsonNode value,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        @Nullable LocalDate verifiedOn,
        List<Statement> statements) {

    /** Whose word a statement is. */
    public enum Says {
        @JsonProperty("provider")
        PROVIDER,
        @JsonProperty("source")
        SOURCE
    }

    /** One word among several.
     *  @param says the provider itself, or a source that tells of it; a source where absent
     *  @param statedOn the day on which it was said
     *  @param expiresOn the last day on which it counts; null where it does not expire */
    @HsdsShape
    @Schema(name = "ConflictingFact")
    public record Statement(
            @Schema(ref = "FactValue") JsonNode value,
            @Nullable String asStated,
            @Nullable Says says,
            @Nullable String sourceUrl,
            @Nullable LocalDate statedOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate verifiedOn) {

        /** Whose word it is. */
        public Says author() {
            return says == null ? Says.SOURCE : says;
        }
    }
}

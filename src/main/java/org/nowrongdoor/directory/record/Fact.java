package org.nowrongdoor.directory.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** What is known of one trait of a service, with the provider's words and where they stand.
 *  @param value text, number or list, as the catalogue of facts says for the code; {@code unknown} is a value of its own
 *  @param statements every statement where sources contradict each other; the value then reads {@code unknown} */
@HsdsShape
public record Fact(
        JsonNode value,
        @Nullable String asStated,
        @Nullable String sourceUrl,
        @Nullable LocalDate verifiedOn,
        List<Statement> statements) {

    /** One source's word among several. */
    @HsdsShape
    public record Statement(
            JsonNode value,
            @Nullable String asStated,
            @Nullable String sourceUrl,
            @Nullable LocalDate verifiedOn) {}
}

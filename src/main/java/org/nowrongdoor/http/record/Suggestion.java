package org.nowrongdoor.http.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person may mean while still typing.
 *  @param type need, service, organization, place or query
 *  @param id a term code, a record id or a region id; null for a query
 *  @param text to be shown
 *  @param request of a query, the body of the search to send; absent otherwise */
public record Suggestion(
        String type,
        @JsonInclude @Nullable String id,
        String text,

        @Schema(type = SchemaType.OBJECT, description = "Of a query, the body of the search to send")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Map<String, Object> request) {

    /** Something with an id. */
    public Suggestion(String type, String id, String text) {
        this(type, id, text, null);
    }
}

package org.nowrongdoor.search.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** The texts of a {@link HitService} in another language.
 *  @param words what is said of its numbers and what its areas are called, by the words of the record */
@HsdsShape
public record HitTranslation(
        @Nullable String summary,
        @Nullable String alert,
        @Nullable String applicationProcess,
        Map<String, String> words) {

    /** Whether nothing is translated. */
    public boolean saysNothing() {
        return summary == null && alert == null && applicationProcess == null && words.isEmpty();
    }
}

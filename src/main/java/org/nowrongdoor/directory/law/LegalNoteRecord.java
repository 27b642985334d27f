package org.nowrongdoor.directory.law;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** A note on a law as editors keep it. It reports a source and is never legal advice.
 *  @param state two letters; null for the nation
 *  @param topics what it is about, as {@link LegalTopics} names it
 *  @param minAge years, inclusive; null where there is no lower bound
 *  @param maxAge years, inclusive; null where there is no upper bound
 *  @param citation the law, or the document that reports it
 *  @param asOf a day, month or year: how new the source is
 *  @param asStated the source's own words
 *  @param lawServiceId the record of the law itself; null where the directory has none */
@HsdsShape
public record LegalNoteRecord(
        UUID id,
        @Nullable @Schema(examples = "FL") String state,
        List<String> topics,
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        Text text,
        String citation,
        @Nullable String sourceUrl,
        @Nullable @Schema(examples = "2012") String asOf,
        @Nullable String asStated,
        @Nullable UUID lawServiceId) {

    /** A sentence in both languages. */
    @HsdsShape
    @Schema(name = "LegalNoteText")
    public record Text(String en, String es) {}

    LegalNoteRecord with(UUID other) {
        return new LegalNoteRecord(
                other, state, topics, minAge, maxAge, text, citation, sourceUrl, asOf, asStated, lawServiceId);
    }

    /** Whether it is for people of certain ages alone. */
    boolean hasAgeBounds() {
        return (minAge != null && minAge > 0) || maxAge != null;
    }

    /** Whether a state has this law: its own, or one of the nation.
     *  @param where null where no state is asked for, which leaves the nation's */
    boolean holdsIn(@Nullable String where) {
        return state == null || state.equals(where);
    }

    /** Whether it may concern someone between two ages. */
    boolean overlaps(double youngest, double oldest) {
        return oldest >= (minAge == null ? 0 : minAge) && (maxAge == null || youngest < maxAge + 1);
    }
}

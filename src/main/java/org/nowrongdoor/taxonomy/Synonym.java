package org.nowrongdoor.taxonomy;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.HsdsShape;

/** A form that people really type for a term.
 *  @param lang ISO 639-1
 *  @param kind street, acronym, plain, stigmatizing and the like, as {@code seed-data/taxonomy} lists them
 *  @param note a collision to avoid; {@code INPUT ONLY} forms are accepted and never shown */
@HsdsShape
public record Synonym(
        String lang,
        String form,
        @Nullable String kind,
        @Nullable String note) {}

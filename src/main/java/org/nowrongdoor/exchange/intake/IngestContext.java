package org.nowrongdoor.exchange.intake;

import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.check.RetiredNumbers;
import org.nowrongdoor.exchange.row.KnownTerms;

/** What one edit or one import knows while it runs.
 *  @param actor who is named in the history; null for the house itself */
public record IngestContext(
        KnownTerms terms, RetiredNumbers retired, @Nullable String actor) {}

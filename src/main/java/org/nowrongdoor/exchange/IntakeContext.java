package org.nowrongdoor.exchange;

import org.jspecify.annotations.Nullable;

/** What one edit or one import knows while it runs.
 *  @param actor who is named in the history; null for the house itself */
record IntakeContext(
        KnownTerms terms, RetiredNumbers retired, @Nullable String actor) {}

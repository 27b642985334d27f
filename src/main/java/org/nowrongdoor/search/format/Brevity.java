package org.nowrongdoor.search.format;

import java.util.List;

/** How shortly one service is read aloud. Each says less than the one before; disclosures, conditions and numbers
 *  stay. */
enum Brevity {
    FULL,
    /** The same in fewer words. */
    TERSE,
    WITHOUT_LANGUAGES,
    /** Of the alert only that there is one. */
    ALERT_HINTED,
    /** The questions come after the places. */
    UNASKED,
    LEAST;

    // 50: what is read aloud in twenty seconds at 150 words a minute
    private static final int MOST_WORDS = 50;

    /** Those to try in turn for an answer of a form. */
    static List<Brevity> of(TextForm form) {
        return form.spoken() && !form.detailed() ? List.of(values()) : List.of(FULL);
    }

    boolean isAtLeast(Brevity other) {
        return compareTo(other) >= 0;
    }

    /** Whether so many words may be read, or no fewer can be said. */
    boolean suffices(long words) {
        return words <= MOST_WORDS || this == LEAST;
    }
}

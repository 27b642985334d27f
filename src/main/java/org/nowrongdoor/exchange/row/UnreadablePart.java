package org.nowrongdoor.exchange.row;

import org.jspecify.annotations.Nullable;

/** What becomes of a part of a record that cannot be read. */
public enum UnreadablePart {
    /** The record is refused: its editor is there to mend it. */
    REFUSED {
        @Override
        public void report(Findings findings, JsonPath place, @Nullable String value, String remedy) {
            findings.fault(place, value, remedy);
        }
    },
    /** The part is left out and the record goes on without it: no one waits for the answer. */
    DROPPED {
        @Override
        public void report(Findings findings, JsonPath place, @Nullable String value, String remedy) {
            findings.warning(place, null, "is left out: it " + remedy);
        }
    };

    /** Says so.
     *  @param value what stood there; not repeated where the record is kept, since no one has seen yet what it tells */
    public abstract void report(Findings findings, JsonPath place, @Nullable String value, String remedy);
}

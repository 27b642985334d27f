package org.nowrongdoor.search.index;

/** A part of a document without which it can still be found. */
public enum DocumentPart {
    /** Without it, it is unknown whether the service is open. */
    HOURS,
    /** Without it, it is unknown who is eligible. */
    ELIGIBILITY
}

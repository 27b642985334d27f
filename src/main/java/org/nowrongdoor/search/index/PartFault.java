package org.nowrongdoor.search.index;

/** Why a part of a service, or all of it, is not in the index.
 *  @param detail nothing that a record holds but its own bounds and ids */
public record PartFault(Reason reason, String detail) {

    /** What went wrong. */
    public enum Reason {
        OUT_OF_BOUNDS,
        FAILED,
        TOO_SLOW,
        UNREADABLE,
        REFUSED_BY_ENGINE,
        ENDED_THE_PROCESS
    }
}

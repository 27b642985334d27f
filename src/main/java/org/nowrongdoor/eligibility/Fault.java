package org.nowrongdoor.eligibility;

/**
 * One thing that is wrong in JSON from outside.
 *
 * @param pointer RFC 6901 pointer to the place
 * @param detail field, value, bound and remedy; it may repeat what a client said, so it is for the caller and no log
 */
public record Fault(String pointer, String detail) {

    /** The place alone: a detail must not slip into a log. */
    @Override
    public String toString() {
        return "Fault at " + pointer;
    }
}

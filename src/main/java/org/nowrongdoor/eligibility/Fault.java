package org.nowrongdoor.eligibility;

/**
 * One thing that is wrong in JSON from outside.
 *
 * @param pointer RFC 6901 pointer to the place
 * @param detail field, value, bound and remedy; it may repeat what a client said, so it is for the caller and no log
 */
public record Fault(String pointer, String detail) {}

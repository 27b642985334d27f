package org.nowrongdoor.problem;

/** One thing that is wrong with what was sent.
 *  @param pointer RFC 6901 pointer into the body, or the name of a parameter
 *  @param detail value, bound and remedy */
public record Fault(String pointer, String detail) {}

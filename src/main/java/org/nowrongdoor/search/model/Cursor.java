package org.nowrongdoor.search.model;

import java.util.UUID;

/** Where a page ended: the value it was sorted by, and the id among equals. It leaves the server sealed alone.
 *  @param shape a short check that it comes from the same kind of question
 *  @param value score, distance in km or day of verification of the last hit
 *  @param passed hits on the pages so far, a hint at how far to read */
public record Cursor(int shape, double value, UUID id, int passed) {}

package org.nowrongdoor.exchange;

/** A finding and the row that it is about. */
record RowFinding(long row, Finding finding) {}

package org.nowrongdoor.exchange.imports;

import org.nowrongdoor.exchange.row.Finding;

/** A finding and the row that it is about. */
record RowFinding(long row, Finding finding) {}

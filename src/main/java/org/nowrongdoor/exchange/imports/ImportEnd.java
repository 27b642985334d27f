package org.nowrongdoor.exchange.imports;

/** How an import ended. */
record ImportEnd(boolean completed, String detail, ImportTotals totals) {}

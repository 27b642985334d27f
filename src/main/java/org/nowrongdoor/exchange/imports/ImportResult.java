package org.nowrongdoor.exchange.imports;

/** How an import ended. */
record ImportResult(boolean completed, String detail, ImportTotals totals) {}

package org.nowrongdoor.exchange;

/** How an import ended. */
record ImportEnd(boolean completed, String detail, ImportTotals totals) {}

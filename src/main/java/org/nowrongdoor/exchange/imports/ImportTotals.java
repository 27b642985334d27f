package org.nowrongdoor.exchange.imports;

import org.nowrongdoor.exchange.row.Finding;
import org.nowrongdoor.exchange.row.RowResult;

/** What an import has come to so far, in rows.
 *  @param redacted rows of which something was cut because it would tell where a confidential place is */
public record ImportTotals(long read, long added, long changed, long unchanged, long refused, long redacted) {

    static final ImportTotals NONE = new ImportTotals(0, 0, 0, 0, 0, 0);

    ImportTotals and(RowResult outcome) {
        var cut = outcome.findings().count(Finding.Kind.REDACTED) > 0 ? 1 : 0;
        return switch (outcome.effect()) {
            case ADDED -> new ImportTotals(read + 1, added + 1, changed, unchanged, refused, redacted + cut);
            case CHANGED -> new ImportTotals(read + 1, added, changed + 1, unchanged, refused, redacted + cut);
            case UNCHANGED -> new ImportTotals(read + 1, added, changed, unchanged + 1, refused, redacted + cut);
            case REFUSED -> new ImportTotals(read + 1, added, changed, unchanged, refused + 1, redacted + cut);
        };
    }

    /** The totals once everything has been taken back. */
    ImportTotals undone() {
        return new ImportTotals(read, 0, 0, 0, refused, redacted);
    }
}

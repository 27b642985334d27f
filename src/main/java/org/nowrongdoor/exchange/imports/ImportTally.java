package org.nowrongdoor.exchange.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nowrongdoor.exchange.row.Finding;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.row.RowResult;

/** What a pass through a file has come to, as it is written with each batch.
 *  @param kept how many findings of each kind the report has
 *  @param leftOut how many more there were
 *  @param fresh those of the latest batch */
record ImportTally(ImportTotals totals, Map<Kind, Integer> kept, long leftOut, List<RowFinding> fresh) {

    /** A finding and the row that it is about. */
    record RowFinding(long row, Finding finding) {}

    static final ImportTally NONE = new ImportTally(ImportTotals.NONE, Map.of(), 0, List.of());

    /** This and what became of a batch.
     *  @param mostKept findings of each kind that a report keeps */
    ImportTally and(List<RowResult> outcomes, int mostKept) {
        var sum = totals;
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        counts.putAll(kept);
        var more = leftOut;
        var findings = new ArrayList<RowFinding>();
        for (var outcome : outcomes) {
            sum = sum.and(outcome);
            more += outcome.findings().leftOut();
            for (var finding : outcome.findings().all()) {
                if (counts.merge(finding.kind(), 1, Integer::sum) <= mostKept) {
                    findings.add(new RowFinding(outcome.row(), finding));
                } else {
                    more++;
                }
            }
        }
        return new ImportTally(sum, counts, more, findings);
    }
}

package org.nowrongdoor.exchange.intake;

import org.jboss.logging.Logger;
import org.nowrongdoor.exchange.check.RowRules;
import org.nowrongdoor.exchange.check.Rules;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.problem.LoggedCause;

/** Reads a file for the first time, without a look at what is stored: in which rows the rules find nothing, and which
 *  records stand in it more than once. */
public final class FirstReader {

    private static final Logger LOG = Logger.getLogger(FirstReader.class);

    private final IngestContext context;
    private final RowRules rules;
    private final RepeatedRecordFinder repeated;
    private final FaultlessRowRegistry faultless;

    FirstReader(IngestContext context, Rules rules, long fileBytes) {
        this.context = context;
        this.rules = rules.with(context.retired());
        this.repeated = new RepeatedRecordFinder(context.terms(), fileBytes);
        this.faultless = new FaultlessRowRegistry(context.retired());
    }

    /** Takes the next row of a pass. */
    public void take(Row row) {
        try {
            var isFaultless = faultless.holds(row, context.retired());
            var checked = CheckedRow.of(row, context, isFaultless ? RowRules.NONE : rules);
            if (checked.findings().isEmpty()) {
                faultless.add(row);
            }
            repeated.take(checked);
        } catch (RuntimeException | VirtualMachineError e) {
            LOG.debugf(LoggedCause.of(e), "row %d fails, and is reported where it is taken in", row.number());
        }
    }

    /** Whether a row that was taken may be about a record. */
    public boolean mayName(PendingRow record) {
        return repeated.mayName(record);
    }

    /** Begins the second pass.
     *  @return false when none is needed */
    public boolean beginSecondPass() {
        return repeated.beginSecondPass();
    }

    /** What was found. */
    public FirstReading found() {
        return new FirstReading(repeated.found(), faultless);
    }
}

package org.nowrongdoor.exchange.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.nowrongdoor.exchange.check.RowRules;
import org.nowrongdoor.exchange.check.Rules;
import org.nowrongdoor.exchange.row.PendingRow;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.storage.WorkLimiter;

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

    /** Takes the next rows of a pass, which are checked on the processors that are free.
     *  @param rows each may be read more than once */
    public void take(List<Supplier<Row>> rows, WorkLimiter processors) {
        var checked = processors.map(rows, this::check);
        var hasLearned = false;
        for (int i = 0; i < rows.size(); i++) {
            // A term that a row brings is known to those behind it.
            var row = hasLearned ? check(rows.get(i)) : checked.get(i);
            row.ifPresent(this::take);
            hasLearned |= row.stream()
                    .flatMap(one -> one.drafts().stream())
                    .anyMatch(draft -> draft.entity() == ChangedEntity.TAXONOMY_TERM);
        }
    }

    private Optional<CheckedRow> check(Supplier<Row> sent) {
        var row = sent.get();
        try {
            var isFaultless = faultless.holds(row, context.retired());
            return Optional.of(CheckedRow.of(row, context, isFaultless ? RowRules.NONE : rules));
        } catch (RuntimeException | VirtualMachineError e) {
            LOG.debugf(LoggedCause.of(e), "row %d fails, and is reported where it is taken in", row.number());
            return Optional.empty();
        }
    }

    private void take(CheckedRow checked) {
        try {
            if (checked.findings().isEmpty()) {
                faultless.add(checked.row());
            }
            repeated.take(checked);
        } catch (RuntimeException | VirtualMachineError e) {
            LOG.debugf(LoggedCause.of(e), "row %d fails later", checked.row().number());
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

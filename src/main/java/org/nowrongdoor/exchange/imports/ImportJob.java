package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.nowrongdoor.exchange.intake.IngestPipeline;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.Finding.Kind;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.row.RowResult;

/** One run through one file. */
final class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    private static final int TRIES = 3;
    // A day: longer than any file of the largest size takes; an import is never ended by the clock of a transaction.
    private static final int MOST_SECONDS = 86_400;
    private static final long LOGGED_ROWS = 10_000;
    // The tables are analysed after 1,000 rows and whenever they have grown eightfold: four times in a million rows.
    private static final long FIRST_ANALYSED = 1_000;
    private static final long GROWN = 8;

    private final ImportRun run;
    private final UploadBuffer file;
    private final Tools tools;
    private final Map<Kind, Integer> kept = new EnumMap<>(Kind.class);
    private ImportTotals totals = ImportTotals.NONE;
    private long nextAnalysed = FIRST_ANALYSED;

    /** What every run needs. */
    record Tools(IngestPipeline intake, ImportRunRepository runs, ObjectMapper mapper, ExchangeConfig config) {}

    ImportJob(ImportRun run, UploadBuffer file, Tools tools) {
        this.run = run;
        this.file = file;
        this.tools = tools;
    }

    ImportResult run() {
        for (int tries = 1; ; tries++) {
            try {
                return run.partial && !run.dryRun ? inParts() : atOnce();
            } catch (RuntimeException e) {
                if (!ConcurrentChangeException.isBehind(e) || tries == TRIES) {
                    throw e;
                }
                tools.runs.clearFindings(run.id);
                totals = ImportTotals.NONE;
                nextAnalysed = FIRST_ANALYSED;
                kept.clear();
            }
        }
    }

    /** All or nothing: one transaction, taken back at the end when a row was refused. */
    private ImportResult atOnce() {
        try {
            return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
                var context = tools.intake.begin(run.actor);
                eachBatch(batch -> tools.intake.take(context, batch));
                var good = totals.refused() == 0 || run.partial;
                if (run.dryRun || !good) {
                    throw new TakenBack(end(good));
                }
                return end(true);
            });
        } catch (TakenBack e) {
            return e.end;
        }
    }

    /** Ends a transaction without storing anything of it. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ImportResult end;

        TakenBack(ImportResult end) {
            super("nothing is stored", null, false, false);
            this.end = end;
        }
    }

    private ImportResult end(boolean good) {
        if (run.dryRun) {
            return new ImportResult(good, "a dry run: nothing was stored", totals);
        }
        return good
                ? new ImportResult(true, "everything is stored", totals)
                : new ImportResult(
                        false,
                        totals.refused() + " of " + totals.read()
                                + " rows have faults, so nothing was stored: mend them, or"
                                + " send the file with partial=true to store the others",
                        totals.undone());
    }

    /** A transaction for every batch; a refused row holds up no other. */
    private ImportResult inParts() {
        eachBatch(this::takeAlone);
        return new ImportResult(
                true,
                totals.refused() == 0
                        ? "everything is stored"
                        : totals.refused() + " of " + totals.read() + " rows have faults; the others are stored",
                totals);
    }

    private List<RowResult> takeAlone(List<Row> batch) {
        for (int tries = 1; ; tries++) {
            try {
                return QuarkusTransaction.requiringNew()
                        .timeout(MOST_SECONDS)
                        .call(() -> tools.intake.take(
                                tools.intake.begin(run.actor),
                                batch.stream().map(Row::copy).toList()));
            } catch (RuntimeException e) {
                if (!ConcurrentChangeException.isBehind(e) || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Taker {
        List<RowResult> take(List<Row> batch);
    }

    private void eachBatch(Taker taker) {
        long begin = System.nanoTime();
        try (var reader = ImportFormat.valueOf(run.format).reader(file.reader(), tools.mapper)) {
            var batch = new ArrayList<Row>();
            for (var row = reader.next(); row != null; row = reader.next()) {
                batch.add(row);
                if (batch.size() == tools.config.batchRows()) {
                    note(taker.take(batch), begin);
                    analyse();
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                note(taker.take(batch), begin);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void analyse() {
        if (totals.read() >= nextAnalysed) {
            QuarkusTransaction.joiningExisting().run(tools.intake::analyse);
            nextAnalysed *= GROWN;
        }
    }

    private void note(List<RowResult> outcomes, long begin) {
        var before = totals.read();
        var findings = new ArrayList<RowFinding>();
        for (var outcome : outcomes) {
            totals = totals.and(outcome);
            for (var finding : outcome.findings().all()) {
                if (kept.merge(finding.kind(), 1, Integer::sum) <= tools.config.maxFindings()) {
                    findings.add(new RowFinding(outcome.row(), finding));
                }
            }
        }
        if (!findings.isEmpty()) {
            tools.runs.addFindings(run.id, findings);
        }
        tools.runs.progress(run.id, totals);
        if (before / LOGGED_ROWS != totals.read() / LOGGED_ROWS) {
            var seconds = (System.nanoTime() - begin) / 1e9;
            LOG.infof(
                    "import %s: %d rows read, %d refused, %d a second",
                    run.id, totals.read(), totals.refused(), Math.round(totals.read() / seconds));
        }
    }
}

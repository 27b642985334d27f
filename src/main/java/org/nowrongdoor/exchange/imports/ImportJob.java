package org.nowrongdoor.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.nowrongdoor.exchange.imports.ImportRun.Phase;
import org.nowrongdoor.exchange.intake.FirstReading;
import org.nowrongdoor.exchange.intake.IngestContext;
import org.nowrongdoor.exchange.intake.IngestPipeline;
import org.nowrongdoor.exchange.intake.RulesFingerprint;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.RecordSize;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.row.RowResult;
import org.nowrongdoor.exchange.row.RowResult.Effect;
import org.nowrongdoor.exchange.unchanged.RowHasher;
import org.nowrongdoor.exchange.unchanged.SentRow;
import org.nowrongdoor.exchange.unchanged.SentRowQueue;
import org.nowrongdoor.exchange.unchanged.UnchangedRowRegistry;
import org.nowrongdoor.exchange.unchanged.UnchangedRowRepository;
import org.nowrongdoor.exchange.upload.ExchangeConfig;
import org.nowrongdoor.exchange.upload.UploadBuffer;
import org.nowrongdoor.storage.WorkLimiter;

/** One run through one file: a pass that checks every row and touches no record, then one that stores batch by batch. What
 *  is stored stays stored, and a run that was broken off goes on behind it. */
final class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    private static final long LOGGED_ROWS = 10_000;
    // The tables are analysed after 1,000 rows and whenever they have grown eightfold: four times in a million rows.
    private static final long FIRST_ANALYSED = 1_000;
    private static final long GROWN = 8;

    private final ImportRun run;
    private final UploadBuffer file;
    private final Tools tools;
    private final BooleanSupplier mayGoOn;
    private final BatchLimit limit;
    private ImportTally tally = ImportTally.NONE;
    private FirstReading first = FirstReading.NONE;
    private String rules = "";
    private RowHasher hasher = RowHasher.NONE;
    private UnchangedRowRegistry unchanged = new UnchangedRowRegistry("");
    private long nextAnalysed = FIRST_ANALYSED;

    /** What every run needs. */
    record Tools(
            IngestPipeline intake,
            ImportRunRepository runs,
            RecordReader records,
            UnchangedRowRepository unchanged,
            ExchangeConfig config,
            WorkLimiter processors) {}

    /** Ends a run between two batches, to be gone on with later or by another process. */
    static final class BrokenOffException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOffException() {
            super("to be gone on with", null, false, false);
        }
    }

    /** A run.
     *  @param mayGoOn whether this process is still the one that works on it; asked before each batch */
    ImportJob(ImportRun run, UploadBuffer file, Tools tools, BooleanSupplier mayGoOn) {
        this.run = run;
        this.file = file;
        this.tools = tools;
        this.mayGoOn = mayGoOn;
        this.limit = new BatchLimit(tools.config.batchRows());
    }

    /** Runs from where it stood.
     *  @throws BrokenOffException when it may not go on */
    ImportResult run() {
        first = read();
        var isKept = run.partial && !run.dryRun;
        if (run.phase != Phase.APPLYING) {
            if (!isKept) {
                check();
                if (run.dryRun) {
                    return new ImportResult(
                            run.partial || tally.totals().refused() == 0,
                            "a dry run: nothing was stored",
                            tally.totals());
                }
                if (tally.totals().refused() > 0) {
                    return refused();
                }
            }
            tools.runs.begin(run.id, Phase.APPLYING, mayGoOn);
            run.phase = Phase.APPLYING;
            tally = ImportTally.NONE;
        } else {
            tally = tools.runs.tally(run.id);
        }
        eachBatch(splitter(this::store));
        return end();
    }

    private ImportResult refused() {
        var totals = tally.totals();
        return new ImportResult(
                false,
                totals.refused() + " of " + totals.read()
                        + " rows have faults, so nothing was stored. Mend them. Or"
                        + " send the file with partial=true to store the others.",
                totals.undone());
    }

    private ImportResult end() {
        var totals = tally.totals();
        if (totals.refused() == 0) {
            return new ImportResult(true, "everything is stored", totals);
        }
        var of = totals.refused() + " of " + totals.read() + " rows ";
        return run.partial
                ? new ImportResult(true, of + "have faults; the others are stored", totals)
                : new ImportResult(
                        false,
                        of + "met what others stored after the check. The others are stored. Send"
                                + " again those that the faults name.",
                        totals);
    }

    /** Every row against what is stored and what rows before it would store. */
    private void check() {
        tools.runs.begin(run.id, Phase.CHECKING, mayGoOn);
        run.phase = Phase.CHECKING;
        tally = ImportTally.NONE;
        var context = QuarkusTransaction.requiringNew().call(this::begin);
        eachBatch(splitter(batch -> {
            var results = unchanged(batch, unchanged::holds);
            results.addAll(tools.intake.check(context, run.id, rows(batch, unchanged::holds)));
            return results;
        }));
    }

    /** Stores what says something else than what is stored, and notes by which rows that came. */
    private List<RowResult> store(List<SentRow> batch) {
        var isUnchanged = stillUnchanged(batch);
        var results = unchanged(batch, isUnchanged);
        var others = batch.stream().filter(isUnchanged.negate()).toList();
        if (!others.isEmpty()) {
            var context = begin();
            var isNoted = RulesFingerprint.of(context).equals(rules);
            var taken = tools.intake.take(context, rows(batch, isUnchanged));
            if (isNoted) {
                tools.unchanged.put(UnchangedRowRepository.digests(others, taken));
            }
            results.addAll(taken);
        }
        return results;
    }

    /** Which rows say what is stored, now as when the file was read first. */
    private Predicate<SentRow> stillUnchanged(List<SentRow> batch) {
        var known = batch.stream().filter(unchanged::holds).map(SentRow::digest).toList();
        if (known.isEmpty() || unchanged.isStill(tools.unchanged.state())) {
            return unchanged::holds;
        }
        var still = tools.unchanged.find(known);
        return row -> unchanged.holds(row) && still.contains(row.digest());
    }

    private static List<RowResult> unchanged(List<SentRow> batch, Predicate<SentRow> isUnchanged) {
        return batch.stream()
                .filter(isUnchanged)
                .map(row -> RowResult.of(row.number(), Effect.UNCHANGED, new Findings()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Row> rows(List<SentRow> batch, Predicate<SentRow> isUnchanged) {
        return batch.stream()
                .filter(isUnchanged.negate())
                .map(row -> row.row().copy())
                .toList();
    }

    private IngestContext begin() {
        return tools.intake.begin(run.actor, run.reach(), first);
    }

    /** What the file names more than once, and which rows say what is stored. */
    private FirstReading read() {
        var context = QuarkusTransaction.requiringNew().call(this::begin);
        rules = RulesFingerprint.of(context);
        hasher = tools.unchanged.hasher(rules);
        var source = new WholeFileReader.Source(this::reader, hasher, file.size(), mayGoOn);
        var whole = new WholeFileReader(source, tools, context);
        var found = whole.read();
        unchanged = whole.unchanged();
        return found;
    }

    private RowReader reader() throws IOException {
        return ImportFormat.valueOf(run.format).reader(file.reader(), tools.records);
    }

    private BatchSplitter splitter(Function<List<SentRow>, List<RowResult>> work) {
        return new BatchSplitter(
                run.id,
                work,
                outcomes -> {
                    var next = tally.and(outcomes, tools.config.maxFindings());
                    tools.runs.progress(run.id, tally.totals().read(), next);
                    return next;
                },
                next -> tally = next);
    }

    private void eachBatch(BatchSplitter taker) {
        try (var reader = reader()) {
            for (long skipped = tally.totals().read(); skipped > 0 && reader.nextSent(hasher) != null; skipped--) {}
            eachBatch(() -> reader.nextSent(hasher), taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void eachBatch(SentRowQueue.Source source, BatchSplitter taker) throws IOException {
        var begin = System.nanoTime();
        var before = tally.totals().read();
        var batch = new ArrayList<SentRow>();
        long most = tools.config.batchBytes().asLongValue();
        long weight = 0;
        try (var rows = new SentRowQueue(source, this::weight, most / 4, tools.processors::isAsked)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                batch.add(row.row());
                weight += row.bytes();
                if (batch.size() >= limit.rows() || weight >= most) {
                    take(batch, taker);
                    log(before, begin);
                    batch.clear();
                    weight = 0;
                }
            }
            if (!batch.isEmpty()) {
                take(batch, taker);
            }
        }
    }

    /** The memory that a row takes; the record of one that is unchanged is not read. */
    private long weight(SentRow row) {
        var record = unchanged.holds(row) ? null : row.row().record();
        return record == null ? row.bytes() : RecordSize.of(record).weight();
    }

    private void take(List<SentRow> batch, BatchSplitter taker) {
        if (!mayGoOn.getAsBoolean()) {
            throw new BrokenOffException();
        }
        var begin = System.nanoTime();
        taker.take(batch);
        limit.took(batch.size(), System.nanoTime() - begin);
        if (run.phase == Phase.APPLYING && tally.totals().read() >= nextAnalysed) {
            QuarkusTransaction.requiringNew().run(tools.intake::analyse);
            nextAnalysed *= GROWN;
        }
    }

    private void log(long before, long begin) {
        var read = tally.totals().read();
        if ((read - before) / LOGGED_ROWS != (read - before - limit.rows()) / LOGGED_ROWS) {
            LOG.infof(
                    "import %s, %s: %d rows read, %d refused, %d a second",
                    run.id,
                    run.phase,
                    read,
                    tally.totals().refused(),
                    Math.round((read - before) / ((System.nanoTime() - begin) / 1e9)));
        }
    }

    /** What it has come to so far. */
    ImportTotals totals() {
        return tally.totals();
    }
}

package org.nowrongdoor.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.ConcurrentChangeException;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RowResult;
import org.nowrongdoor.exchange.row.RowResult.Effect;
import org.nowrongdoor.exchange.unchanged.SentRow;
import org.nowrongdoor.problem.LoggedCause;
import org.nowrongdoor.problem.ProblemException;

/** Takes a batch in a transaction of its own, and in halves where that fails: the row on which it fails is refused and holds
 *  up no other. */
final class BatchSplitter {

    private static final Logger LOG = Logger.getLogger(BatchSplitter.class);
    private static final int TRIES = 3;
    // 20: a row that others change at the same moment meets them in a few milliseconds of each try.
    private static final int TRIES_OF_A_ROW = 20;
    private static final int MOST_SECONDS = 600;

    // 10: enough to see the kind of failure; a file full of such rows must not fill the log.
    private static final int MOST_LOGGED = 10;

    private final UUID importId;
    private final Function<List<SentRow>, List<RowResult>> work;
    private final Function<List<RowResult>, ImportTally> note;
    private final Consumer<ImportTally> committed;
    private int logged;

    /** Does one pass.
     *  @param work takes rows, in a transaction; it leaves them as they are
     *  @param note writes what became of them, in the same one
     *  @param committed learns of it once that cannot be taken back */
    BatchSplitter(
            UUID importId,
            Function<List<SentRow>, List<RowResult>> work,
            Function<List<RowResult>, ImportTally> note,
            Consumer<ImportTally> committed) {
        this.importId = importId;
        this.work = work;
        this.note = note;
        this.committed = committed;
    }

    void take(List<SentRow> batch) {
        for (int tries = 1; ; tries++) {
            try {
                commit(() -> work.apply(batch));
                return;
            } catch (RuntimeException | VirtualMachineError e) {
                if (e instanceof ImportJob.BrokenOffException || isOfTheDatabase(e)) {
                    throw e;
                }
                int most = batch.size() > 1 || ConcurrentChangeException.isTaken(e) ? TRIES : TRIES_OF_A_ROW;
                if (!ConcurrentChangeException.isBehind(e) || tries >= most) {
                    split(batch, e);
                    return;
                }
            }
        }
    }

    private void commit(Supplier<List<RowResult>> rows) {
        committed.accept(QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> note.apply(rows.get())));
    }

    private void split(List<SentRow> batch, Throwable failure) {
        if (batch.size() == 1) {
            var refused = refused(batch.get(0), failure);
            commit(() -> List.of(refused));
            return;
        }
        var middle = batch.size() / 2;
        take(batch.subList(0, middle));
        take(batch.subList(middle, batch.size()));
    }

    private RowResult refused(SentRow row, Throwable failure) {
        if (!(failure instanceof ProblemException) && logged++ < MOST_LOGGED) {
            LOG.errorf(LoggedCause.of(failure), "import %s: row %d could not be taken in", importId, row.number());
        }
        var findings = new Findings();
        findings.fault(JsonPath.ROOT, null, remedy(failure));
        return RowResult.of(row.number(), Effect.REFUSED, findings);
    }

    private static String remedy(Throwable failure) {
        if (failure instanceof ProblemException ours) {
            return "could not be taken in: " + ours.problem().detail();
        }
        return ConcurrentChangeException.isBehind(failure)
                ? "is at odds with what others store meanwhile, or says the same twice. Send it again alone."
                : "could not be taken in. Tell the operator: the log of the server tells why.";
    }

    /** Whether the database is away or out of room, so that every other row would fail as well.
     *  @see "PostgreSQL 17, appendix A" */
    static boolean isOfTheDatabase(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // The connection pool gives no state when it has no connection left.
                var state = sql.getSQLState() == null ? "08" : sql.getSQLState();
                return List.of("08", "53", "57", "58").stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }
}

package org.nowrongdoor.exchange.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nowrongdoor.exchange.intake.FirstReader;
import org.nowrongdoor.exchange.intake.FirstReading;
import org.nowrongdoor.exchange.intake.IngestContext;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.unchanged.RowHasher;
import org.nowrongdoor.exchange.unchanged.SentRow;
import org.nowrongdoor.exchange.unchanged.UnchangedRowRegistry;

/** Reads a whole file before its first row is checked: which rows say what is stored, and what it names more than once,
 *  as the last one counts. */
final class WholeFileReader {

    // 500 rows or 4 MB: what is looked for together.
    private static final int MOST_ROWS = 500;
    private static final long MOST_BYTES = 4L << 20;
    // 256 KB: what is checked together lies in memory with all that is made of it, some ten times as much.
    private static final long TOGETHER_BYTES = 256L << 10;
    private static final long ASKED_ROWS = 10_000;

    private final Source source;
    private final ImportJob.Tools tools;
    private final IngestContext context;
    private final UnchangedRowRegistry unchanged;
    private final boolean isLookedFor;

    /** Where rows come from.
     *  @param fileBytes how large the file is
     *  @param mayGoOn asked now and then */
    record Source(Opener opener, RowHasher hasher, long fileBytes, BooleanSupplier mayGoOn) {}

    /** Begins a file at its beginning. */
    interface Opener {
        RowReader open() throws IOException;
    }

    /** A reader of one file.
     *  @param context known to it alone: it learns the terms of the file */
    WholeFileReader(Source source, ImportJob.Tools tools, IngestContext context) {
        this.source = source;
        this.tools = tools;
        this.context = context;
        this.unchanged = new UnchangedRowRegistry(state());
        this.isLookedFor =
                QuarkusTransaction.requiringNew().call(() -> !tools.unchanged().isEmpty());
    }

    private String state() {
        return QuarkusTransaction.requiringNew().call(tools.unchanged()::state);
    }

    /** The rows that say what is stored. */
    UnchangedRowRegistry unchanged() {
        return unchanged;
    }

    /** Reads the file, more than once where rows speak of the same. */
    FirstReading read() {
        var first = tools.intake().firstReader(context, source.fileBytes);
        var hasOthers = look(first);
        if (hasOthers && !unchanged.isEmpty() && doubt(first)) {
            first = tools.intake().firstReader(context, source.fileBytes);
            takeOthers(first);
        }
        if (first.beginSecondPass()) {
            takeOthers(first);
        }
        return first.found();
    }

    /** Finds the rows that say what is stored, and takes the others.
     *  @return whether there are others */
    private boolean look(FirstReader first) {
        var count = new long[1];
        eachChunk(chunk -> {
            var known = isLookedFor
                    ? QuarkusTransaction.requiringNew()
                            .call(() -> tools.unchanged().find(digests(chunk)))
                    : Set.of();
            var others = new ArrayList<SentRow>();
            for (var row : chunk) {
                if (row.digest() != null && known.contains(row.digest())) {
                    unchanged.add(row);
                } else {
                    others.add(row);
                }
            }
            take(first, others);
            count[0] += others.size();
        });
        return count[0] > 0;
    }

    /** Finds the rows that say what is stored of what others change: of those it counts which one comes last.
     *  @return whether there are any */
    private boolean doubt(FirstReader first) {
        var count = new long[1];
        eachChunk(chunk -> {
            var known = chunk.stream().filter(unchanged::holds).toList();
            var records = QuarkusTransaction.requiringNew()
                    .call(() -> tools.unchanged().records(digests(known)));
            for (var row : known) {
                if (records.getOrDefault(row.digest(), List.of()).stream().anyMatch(first::mayName)) {
                    unchanged.remove(row);
                    count[0]++;
                }
            }
        });
        return count[0] > 0;
    }

    private void takeOthers(FirstReader first) {
        eachChunk(chunk ->
                take(first, chunk.stream().filter(row -> !unchanged.holds(row)).toList()));
    }

    /** Takes rows, some of them at once. */
    private void take(FirstReader first, List<SentRow> rows) {
        var together = new ArrayList<Supplier<Row>>();
        long bytes = 0;
        for (var row : rows) {
            together.add(row::read);
            bytes += row.bytes();
            if (bytes >= TOGETHER_BYTES) {
                first.take(together, tools.processors());
                together = new ArrayList<>();
                bytes = 0;
            }
        }
        first.take(together, tools.processors());
    }

    private static List<UUID> digests(List<SentRow> rows) {
        return rows.stream()
                .map(SentRow::digest)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void eachChunk(Consumer<List<SentRow>> work) {
        try (var rows = source.opener.open()) {
            var chunk = new ArrayList<SentRow>();
            long bytes = 0;
            for (var row = rows.nextSent(source.hasher); row != null; row = rows.nextSent(source.hasher)) {
                if (row.number() % ASKED_ROWS == 0 && !source.mayGoOn.getAsBoolean()) {
                    throw new ImportJob.BrokenOffException();
                }
                chunk.add(row);
                bytes += row.bytes();
                if (chunk.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
                    work.accept(chunk);
                    chunk = new ArrayList<>();
                    bytes = 0;
                }
            }
            work.accept(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

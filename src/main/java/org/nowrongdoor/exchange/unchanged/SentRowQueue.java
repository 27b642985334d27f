package org.nowrongdoor.exchange.unchanged;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows of a file that a thread of its own reads ahead, as far as a number of bytes. While searches come in it reads only when
 *  it is waited for, so that reading and storing never take a processor each. */
public final class SentRowQueue implements Closeable {

    private static final long LOOK_MILLIS = 100;
    private static final int TOGETHER = 64;

    private final Source source;
    private final ToLongFunction<SentRow> weigher;
    private final long mostBytes;
    private final BooleanSupplier isAsked;
    private final ArrayDeque<Weighed> rows = new ArrayDeque<>();
    private final ArrayDeque<Weighed> taken = new ArrayDeque<>();
    private final Thread reader = new Thread(this::read, "import-reader");
    private long bytes;
    private boolean isWaitedFor;
    private boolean isOver;
    private @Nullable Throwable failure;

    /** Where rows come from. */
    public interface Source {

        /** The next row; null at the end. */
        @Nullable SentRow next() throws IOException;
    }

    /** A row and the memory that it takes. */
    public record Weighed(SentRow row, long bytes) {}

    /** Begins to read; nothing else may read from the source until this is closed.
     *  @param weigher tells the bytes of a row, and is asked by the thread that reads
     *  @param mostBytes that are read ahead, and one row more; as many may have been taken
     *  @param isAsked whether searches come in */
    public SentRowQueue(Source source, ToLongFunction<SentRow> weigher, long mostBytes, BooleanSupplier isAsked) {
        this.source = source;
        this.weigher = weigher;
        this.mostBytes = mostBytes;
        this.isAsked = isAsked;
        reader.setDaemon(true);
        reader.start();
    }

    /** The next row; null at the end. For one thread.
     *  @throws IOException as the source does, after the rows before */
    public @Nullable Weighed next() throws IOException {
        if (taken.isEmpty()) {
            takeSome();
        }
        return taken.poll();
    }

    /** Takes what is read; a row alone would not be worth to wake a thread for. */
    private synchronized void takeSome() throws IOException {
        try {
            isWaitedFor = true;
            notifyAll();
            while (!isOver && rows.size() < TOGETHER && bytes < mostBytes) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the reading of a file was interrupted", e);
        } finally {
            isWaitedFor = false;
        }
        if (rows.isEmpty()) {
            throwFailure();
        }
        taken.addAll(rows);
        rows.clear();
        bytes = 0;
        notifyAll();
    }

    private void throwFailure() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void read() {
        try {
            while (mayRead()) {
                var row = source.next();
                if (row == null) {
                    break;
                }
                put(new Weighed(row, weigher.applyAsLong(row)));
            }
            end(null);
        } catch (IOException | RuntimeException | Error e) {
            end(e);
        }
    }

    /** Waits until the next row is wanted.
     *  @return false when none is any more */
    private synchronized boolean mayRead() {
        while (!isOver && (bytes >= mostBytes || (!isWaitedFor && isAsked.getAsBoolean()))) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return false;
            }
        }
        return !isOver;
    }

    private synchronized void put(Weighed row) {
        rows.add(row);
        bytes += row.bytes;
        if (rows.size() >= TOGETHER || bytes >= mostBytes) {
            isWaitedFor = false;
            notifyAll();
        }
    }

    private synchronized void end(@Nullable Throwable reason) {
        failure = reason;
        isOver = true;
        notifyAll();
    }

    /** Ends the reading; the source may be closed then. */
    @Override
    public void close() {
        synchronized (this) {
            isOver = true;
            notifyAll();
        }
        var isInterrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

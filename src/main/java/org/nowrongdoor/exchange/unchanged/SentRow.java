package org.nowrongdoor.exchange.unchanged;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Row;

/** A row of a file as it was sent; its record is read when it is asked for. */
public final class SentRow {

    private final long number;
    private final @Nullable UUID digest;
    private final long bytes;
    private final Supplier<Row> reading;
    private @Nullable Row row;

    /** A row.
     *  @param digest null for what cannot be read
     *  @param bytes how long it is */
    public SentRow(long number, @Nullable UUID digest, long bytes, Supplier<Row> reading) {
        this.number = number;
        this.digest = digest;
        this.bytes = bytes;
        this.reading = reading;
    }

    /** Its line in a file of lines, its place in a list; from 1. */
    public long number() {
        return number;
    }

    public @Nullable UUID digest() {
        return digest;
    }

    public long bytes() {
        return bytes;
    }

    /** The row, read and not kept; for one that takes it once. */
    public Row read() {
        return reading.get();
    }

    /** The row, read once and kept; it is to be left as it is. */
    public Row row() {
        if (row == null) {
            row = read();
        }
        return row;
    }
}

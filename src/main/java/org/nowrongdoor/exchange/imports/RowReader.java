package org.nowrongdoor.exchange.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.unchanged.RowHasher;
import org.nowrongdoor.exchange.unchanged.SentRow;

/** Reads a file row by row; memory does not grow with the file. */
interface RowReader extends Closeable {

    /** The next row; null at the end. What cannot be read comes as a broken row. */
    @Nullable Row next() throws IOException;

    /** The next row as it was sent; null at the end. */
    @Nullable SentRow nextSent(RowHasher hasher) throws IOException;
}

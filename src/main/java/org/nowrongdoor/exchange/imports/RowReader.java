package org.nowrongdoor.exchange.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.Row;

/** Reads a file row by row; memory does not grow with the file. */
interface RowReader extends Closeable {

    /** The next row; null at the end. What cannot be read comes as a broken row. */
    @Nullable Row next() throws IOException;
}

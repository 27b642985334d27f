package org.nowrongdoor.exchange.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a file, one after the other, with the line and column where they stand. */
final class ByteReader implements Closeable {

    private static final int UTF_8_MARK = 0xEFBBBF;
    private static final int GZIP = 0x1F8B;

    private final InputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line = 1;
    private long column = 1;

    ByteReader(InputStream file) {
        this.file = file;
    }

    /** Reads past a mark of UTF-8 at the beginning.
     *  @return what is wrong with a file that begins like no text in UTF-8 */
    Optional<String> begin() throws IOException {
        end = file.readNBytes(buffer, 0, buffer.length);
        int first = first(2);
        if (first == GZIP) {
            return Optional.of("is a packed file: unpack it before it is sent");
        }
        if (first == 0xFEFF || first == 0xFFFE || (end > 1 && (buffer[0] == 0 || buffer[1] == 0))) {
            return Optional.of("is no text in UTF-8: save the file as UTF-8");
        }
        if (first(3) == UTF_8_MARK) {
            at = 3;
        }
        return Optional.empty();
    }

    private int first(int count) {
        int bytes = 0;
        for (int i = 0; i < Math.min(count, end); i++) {
            bytes = (bytes << 8) | (buffer[i] & 0xff);
        }
        return bytes;
    }

    /** The next byte without going on; below 0 at the end. */
    int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, file.read(buffer));
        }
        return at == end ? -1 : buffer[at] & 0xff;
    }

    /** The next byte; below 0 at the end. */
    int read() throws IOException {
        int next = peek();
        if (next < 0) {
            return next;
        }
        at++;
        column++;
        if (next == '\n') {
            line++;
            column = 1;
        }
        return next;
    }

    /** Reads to the end of a line, which goes nowhere.
     *  @param into takes the rest of it */
    void readLine(RecordBuffer into) throws IOException {
        while (peek() >= 0) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            into.add(buffer, from, at - from);
            column += at - from;
            if (at < end) {
                read();
                return;
            }
        }
    }

    /** The next byte that is no space, without going on; below 0 at the end. */
    int peekPastSpace() throws IOException {
        int next = peek();
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
            read();
            next = peek();
        }
        return next;
    }

    /** Where the next byte stands, for a reader of the report. */
    String where() {
        return "line " + line + ", column " + column;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

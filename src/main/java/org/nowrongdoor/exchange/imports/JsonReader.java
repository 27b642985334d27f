package org.nowrongdoor.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.Row;
import org.nowrongdoor.exchange.unchanged.RowHasher;
import org.nowrongdoor.exchange.unchanged.SentRow;

/** A list of records, one record, or a page of records with its envelope. Where each record ends is found byte by byte, so
 *  that one too large for memory spoils no other; past a syntax error nothing can be read. */
final class JsonReader implements RowReader {

    private final ByteReader json;
    private final RecordParser parser;
    private final RecordBuffer record = new RecordBuffer();
    private long number;
    private boolean ended;
    private boolean begun;
    // The file is one record, which has been read; or a page.
    private boolean isRead;
    private boolean isPage;

    JsonReader(InputStream json, RecordReader records) {
        this.json = new ByteReader(json);
        this.parser = new RecordParser(records);
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (ended) {
            return null;
        }
        if (isRead) {
            return end();
        }
        return begun ? nextItem() : first();
    }

    @Override
    public @Nullable SentRow nextSent(RowHasher hasher) throws IOException {
        var row = next();
        if (row == null) {
            return null;
        }
        var bytes = row.record() == null ? new byte[0] : record.bytes();
        var digest = row.record() == null ? null : hasher.hash(bytes);
        return new SentRow(row.number(), digest, bytes.length, () -> row);
    }

    private @Nullable Row first() throws IOException {
        begun = true;
        var fault = json.begin();
        if (fault.isPresent()) {
            return last(Row.broken(1, fault.get()));
        }
        int next = json.peekPastSpace();
        if (next < 0) {
            ended = true;
            return null;
        }
        if (next == '[') {
            json.read();
            return item();
        }
        if (next != '{') {
            return last(Row.broken(1, "must be a list of records, or one record"));
        }
        record.add(json.read());
        if (json.peekPastSpace() == '"' && isPage(member())) {
            return seekContents();
        }
        take(1);
        isRead = true;
        return parsed();
    }

    /** The members by which a page of the read API begins; no record has any of them. */
    private static boolean isPage(String member) {
        return member.equals("\"total_items\"") || member.equals("\"contents\"");
    }

    /** Reads a name into the record, and whatever came before it.
     *  @return the name in its quotes; a long one only in part */
    private String member() throws IOException {
        var name = new RecordBuffer();
        take(0, name);
        var bytes = name.bytes();
        for (byte next : bytes) {
            record.add(next);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private @Nullable Row seekContents() throws IOException {
        var name = new String(record.bytes(), StandardCharsets.UTF_8);
        while (json.peekPastSpace() == ':') {
            json.read();
            if (json.peekPastSpace() == '[' && name.endsWith("\"contents\"")) {
                json.read();
                isPage = true;
                return item();
            }
            if (name.endsWith("\"contents\"")) {
                return last(Row.broken(number + 1, "contents must be a list of records, before " + json.where()));
            }
            skip();
            if (json.peekPastSpace() != ',') {
                break;
            }
            json.read();
            json.peekPastSpace();
            record.clear();
            name = member();
        }
        return json.peekPastSpace() == '}' ? closed() : broken();
    }

    /** What stands behind the records of a page. */
    private @Nullable Row restOfPage() throws IOException {
        while (json.peekPastSpace() == ',') {
            json.read();
            json.peekPastSpace();
            record.clear();
            var name = member();
            if (name.endsWith("\"contents\"")) {
                return last(Row.broken(number + 1, "contents stands in the page twice, before " + json.where()));
            }
            if (json.peekPastSpace() != ':') {
                return broken();
            }
            json.read();
            json.peekPastSpace();
            record.clear();
            if (!skip()) {
                return broken();
            }
        }
        return json.peekPastSpace() == '}' ? closed() : broken();
    }

    /** Reads past the bracket that closes it all. */
    private @Nullable Row closed() throws IOException {
        json.read();
        return end();
    }

    /** The end of the list. */
    private @Nullable Row endOfList() throws IOException {
        json.read();
        return isPage ? restOfPage() : end();
    }

    /** The first item of a list. */
    private @Nullable Row item() throws IOException {
        return json.peekPastSpace() == ']' ? endOfList() : value();
    }

    private @Nullable Row nextItem() throws IOException {
        int next = json.peekPastSpace();
        if (next == ']') {
            return endOfList();
        }
        if (next != ',') {
            return broken();
        }
        json.read();
        return value();
    }

    private Row value() throws IOException {
        json.peekPastSpace();
        record.clear();
        if (!skip()) {
            return broken();
        }
        return parsed();
    }

    private Row parsed() {
        var where = json.where();
        var parsed = parser.parse(++number, record);
        if (parsed.isJson()) {
            return parsed.row();
        }
        ended = true;
        return Row.broken(number, parsed.row().broken() + ", before " + where + "; nothing after it can be read");
    }

    private Row broken() {
        return last(Row.broken(number + 1, "is no JSON, and nothing after it can be read: look at " + json.where()));
    }

    /** Reads a value into the record, whatever it is.
     *  @return false when there is none, or the file ends within it */
    private boolean skip() throws IOException {
        int next = json.peek();
        if (next == '{' || next == '[' || next == '"') {
            return take(0, record);
        }
        boolean any = false;
        while (next > ' ' && next != ',' && next != ']' && next != '}') {
            any = true;
            record.add(json.read());
            next = json.peek();
        }
        return any;
    }

    private void take(int open) throws IOException {
        if (!take(open, record)) {
            record.add(' ');
        }
    }

    /** Reads on until a value has ended.
     *  @param open how many lists and objects are open already
     *  @return false when the file ends first */
    private boolean take(int open, RecordBuffer into) throws IOException {
        boolean isText = false;
        boolean isEscaped = false;
        for (int next = json.read(); next >= 0; next = json.read()) {
            into.add(next);
            if (isText) {
                isText = isEscaped || next != '"';
                isEscaped = !isEscaped && next == '\\';
            } else if (next == '"') {
                isText = true;
                continue;
            } else if (next == '{' || next == '[') {
                open++;
            } else if (next == '}' || next == ']') {
                open--;
            } else {
                continue;
            }
            if (open == 0 && !isText) {
                return true;
            }
        }
        return false;
    }

    private Row last(Row row) {
        ended = true;
        return row;
    }

    /** The end of the file: what still follows would be left out, and no one would know. */
    private @Nullable Row end() throws IOException {
        ended = true;
        if (json.peekPastSpace() < 0) {
            return null;
        }
        return Row.broken(
                number + 1,
                "something follows the end of the JSON value, at " + json.where()
                        + ": send a list, or lines as application/x-ndjson");
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}

package org.nowrongdoor.exchange.imports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.exchange.row.RecordSize;
import org.nowrongdoor.exchange.row.Row;

/** Makes rows of the JSON of single records. */
final class RecordParser {

    private final RecordReader reader;

    RecordParser(RecordReader reader) {
        this.reader = reader;
    }

    /** A row.
     *  @param isJson whether what follows it can be read */
    record Parsed(Row row, boolean isJson) {}

    /** The row with a number; a broken one where its record cannot be read. */
    Parsed parse(long number, RecordBuffer record) {
        if (record.isTooLong()) {
            return new Parsed(Row.broken(number, record.fault()), true);
        }
        return parse(number, record.bytes());
    }

    /** The same of a record that is not too long. */
    Parsed parse(long number, byte[] record) {
        try {
            return new Parsed(RowEntity.read(number, reader.read(record)), true);
        } catch (StreamConstraintsException e) {
            var why = "passes a limit" + at(e.getLocation()) + ": at most 64 levels deep, 64 digits a number and "
                    + RecordSize.MOST_VALUES + " values; split or flatten it";
            return new Parsed(Row.broken(number, why), true);
        } catch (JsonProcessingException e) {
            return new Parsed(Row.broken(number, "is no JSON" + at(e.getLocation())), false);
        } catch (CharacterCodingException e) {
            return new Parsed(Row.broken(number, "is no text in UTF-8: save the file as UTF-8"), true);
        } catch (IOException e) {
            return new Parsed(Row.broken(number, "is no JSON: it must be UTF-8"), false);
        }
    }

    private static String at(@Nullable JsonLocation location) {
        if (location == null) {
            return "";
        }
        var line = location.getLineNr() > 1 ? "line " + location.getLineNr() + " of it, " : "";
        return " at " + line + "column " + Math.max(1, location.getColumnNr());
    }
}

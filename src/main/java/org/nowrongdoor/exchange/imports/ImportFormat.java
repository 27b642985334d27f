package org.nowrongdoor.exchange.imports;

import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.exchange.row.RecordReader;
import org.nowrongdoor.text.WireName;

/** A format that an import understands. */
enum ImportFormat {
    JSON("application/json", ".json") {
        @Override
        RowReader reader(InputStream file, RecordReader records) {
            return new JsonReader(file, records);
        }
    },
    NDJSON("application/x-ndjson", ".ndjson") {
        @Override
        RowReader reader(InputStream file, RecordReader records) {
            return new NdjsonReader(file, records);
        }
    };

    final String mediaType;
    private final String ending;

    ImportFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    abstract RowReader reader(InputStream file, RecordReader records);

    /** The format of a file by its media type, else by the end of its name. */
    static Optional<ImportFormat> of(@Nullable String mediaType, @Nullable String fileName) {
        var type = mediaType == null
                ? ""
                : mediaType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        var name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        if (type.equals("application/jsonl") || type.equals("application/ndjson") || name.endsWith(".jsonl")) {
            return Optional.of(NDJSON);
        }
        for (var format : values()) {
            if (type.equals(format.mediaType)) {
                return Optional.of(format);
            }
        }
        for (var format : values()) {
            if (name.endsWith(format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    String wire() {
        return WireName.snakeCase(this);
    }
}

package org.nowrongdoor.http.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole list, one record a line, read in batches by id.
 *  No cursor is held open, so that a reader who is slow or gone keeps no connection of the database. */
final class NdjsonStream implements StreamingOutput {

    // 200: full records of that many are some 2 MB; more made it no faster.
    private static final int BATCH = 200;

    private static final int BUFFER_BYTES = 1 << 16;

    private final ObjectMapper mapper;
    private final RecordList listing;

    NdjsonStream(ObjectMapper mapper, RecordList listing) {
        this.mapper = mapper;
        this.listing = listing;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        // An exception leaves the stream unclosed and thereby visibly cut.
        var buffered = new BufferedOutputStream(output, BUFFER_BYTES);
        @Nullable UUID last = null;
        List<RenderedRecord> batch;
        do {
            batch = listing.slice(Slice.after(last, BATCH));
            for (var shown : batch) {
                buffered.write(mapper.writeValueAsBytes(shown.body()));
                buffered.write('\n');
                last = UUID.fromString(shown.body().path("id").textValue());
            }
        } while (batch.size() == BATCH);
        buffered.flush();
    }
}

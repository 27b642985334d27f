package org.nowrongdoor.exchange.upload;

import java.io.Closeable;
import java.io.IOException;

/** A file that has come in whole.
 *  @param ticket counts it until it is closed */
public record Upload(UploadBuffer file, UploadLimiter.Ticket ticket) implements Closeable {

    /** Leaves the file to the next process. */
    public void leave() throws IOException {
        ticket.end();
        file.leave();
    }

    /** Gives the file up for good. */
    @Override
    public void close() throws IOException {
        ticket.end();
        file.close();
    }
}

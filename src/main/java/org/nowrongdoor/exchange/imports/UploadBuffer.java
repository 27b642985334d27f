package org.nowrongdoor.exchange.imports;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** An uploaded file until it is read. It has no name on the disk, so that nothing of it outlives the process: it may hold
 *  the addresses that are about to be dropped. */
final class UploadBuffer implements Closeable {

    private final FileChannel file;

    private UploadBuffer(FileChannel file) {
        this.file = file;
    }

    static UploadBuffer in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new UploadBuffer(FileChannel.open(
                folder.resolve(UUID.randomUUID() + ".upload"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                // On Linux the name goes at once, not at the end.
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    OutputStream writer() {
        return Channels.newOutputStream(file);
    }

    /** The file from its beginning. Closing the stream leaves the file. */
    InputStream reader() throws IOException {
        file.position(0);
        var stream = Channels.newInputStream(file);
        return new FilterInputStream(stream) {
            @Override
            public void close() {
                // The file is read again when a try has to be repeated.
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.nowrongdoor.search.indexer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The services that are at work now, in a file that outlives this process: one that ends it is known to the next.
 *  The file is mapped, so that to note a service costs nothing and needs no disk. */
@Singleton
class WorkLog {

    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int HEAD_BYTES = 2 * Integer.BYTES;
    // 1,000: more than are ever at work at once.
    private static final int MOST = 1_000;

    private final MappedByteBuffer file;
    private final List<UUID> left;
    private final int tries;

    @Inject
    WorkLog(@ConfigProperty(name = "directory.data", defaultValue = "data") String data) {
        this(Path.of(data).toAbsolutePath().resolve("index-work"));
    }

    WorkLog(Path path) {
        try {
            Files.createDirectories(path.getParent());
            try (var channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                file = channel.map(MapMode.READ_WRITE, 0, HEAD_BYTES + MOST * ID_BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the work of the indexer in " + path, e);
        }
        left = read();
        tries = file.getInt(Integer.BYTES);
        done();
    }

    /** What the process before was at when it ended; empty when it was at nothing. */
    List<UUID> left() {
        return left;
    }

    /** How often a single service that is left has been at work when a process ended. */
    int tries() {
        return tries;
    }

    /** Notes what is worked at from now on.
     *  @param tries how often that ended a process, if it does so again */
    void begin(Collection<UUID> ids, int tries) {
        done();
        int at = HEAD_BYTES;
        int count = 0;
        for (var id : ids) {
            if (count == MOST) {
                break;
            }
            file.putLong(at, id.getMostSignificantBits()).putLong(at + Long.BYTES, id.getLeastSignificantBits());
            at += ID_BYTES;
            count++;
        }
        file.putInt(Integer.BYTES, tries);
        // Last, so that the file never names what was not written.
        file.putInt(0, count);
    }

    /** Notes that nothing is at work. */
    void done() {
        file.putInt(0, 0);
    }

    private List<UUID> read() {
        var ids = new ArrayList<UUID>();
        int count = Math.min(MOST, Math.max(0, file.getInt(0)));
        for (int i = 0; i < count; i++) {
            int at = HEAD_BYTES + i * ID_BYTES;
            ids.add(new UUID(file.getLong(at), file.getLong(at + Long.BYTES)));
        }
        return ids;
    }
}

package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to one data directory; the kernel takes it back however the process ends. */
final class DirectoryLock implements AutoCloseable {

    // Closing any channel on a file drops every lock this process has on it, so a second try must not even open it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock.
     *  @throws DatabaseStartException when another process, or this one already, has it */
    static DirectoryLock take(DataDirectory data) throws IOException {
        var file = data.lock();
        if (!HELD_HERE.add(file)) {
            throw refusal(data, String.valueOf(ProcessHandle.current().pid()));
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD_HERE.remove(file);
            throw refusal(data, Files.readString(file).strip());
        }
        var pid = String.valueOf(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
        return new DirectoryLock(file, channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("lock " + file + " was not given back", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static DatabaseStartException refusal(DataDirectory data, String pid) {
        return new DatabaseStartException("data directory " + data.root() + " is in use by process " + pid
                + "; stop that one, or give this one its own with DIRECTORY_DATA");
    }
}

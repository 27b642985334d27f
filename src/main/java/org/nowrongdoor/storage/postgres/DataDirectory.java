package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the embedded database lies on disk.
 *  @param root the data directory itself, as the kernel names it
 *  @param binaries where unpacked PostgreSQL releases lie, one folder each; several data directories may share it */
record DataDirectory(Path root, Path binaries) {

    /** The directory at a path, made when it is not there yet.
     *  @throws DatabaseStartException when it cannot be written */
    static DataDirectory at(Path path) {
        try {
            var root = Files.createDirectories(path).toRealPath();
            if (!Files.isWritable(root)) {
                throw new DatabaseStartException(refusal(path));
            }
            return new DataDirectory(root, root.resolve("postgres-binaries"));
        } catch (IOException e) {
            throw new DatabaseStartException(refusal(path), e);
        }
    }

    DataDirectory withBinaries(Path other) {
        return new DataDirectory(root, other.toAbsolutePath());
    }

    /** The PostgreSQL cluster. It appears here whole or not at all. */
    Path cluster() {
        return root.resolve("postgres");
    }

    /** What PostgreSQL itself says. */
    Path log() {
        return root.resolve("postgres.log");
    }

    /** What only the owner may read. */
    Path keys() {
        return root.resolve("keys");
    }

    Path password() {
        return keys().resolve("postgres");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Makes new names in a folder outlive a power cut. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String refusal(Path path) {
        return "data directory " + path.toAbsolutePath() + " cannot be written by user "
                + System.getProperty("user.name") + "; give it to that user or choose another with DIRECTORY_DATA";
    }
}

package org.nowrongdoor.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A file that holds a secret: it is there whole or not at all, also after a kill or a power cut, and from its first byte
 *  only its owner can read it. */
public final class SecretFile {

    /** The permissions of such a file. */
    public static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");

    private SecretFile() {}

    /** Makes a file, unless there is one.
     *  @return false when another process made it first; then that one stands */
    public static boolean create(Path file, String text) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
        var staging = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            write(staging, text);
            return place(staging, file);
        } finally {
            Files.deleteIfExists(staging);
            sync(folder);
        }
    }

    private static void write(Path staging, String text) throws IOException {
        try (var channel = FileChannel.open(
                staging,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    // A second name for the file, unlike a rename, never takes the place of what another process put there.
    private static boolean place(Path staging, Path file) throws IOException {
        try {
            Files.createLink(file, staging);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException noLinks) {
            if (Files.exists(file)) {
                return false;
            }
            Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The generated password of the embedded database; only the owner of the file can read it. */
final class PasswordFile {

    private static final int RANDOM_BYTES = 24;

    private PasswordFile() {}

    /** The password in the file; a new one when there is none yet.
     *  @throws DatabaseStartException when there is none but a cluster that has one */
    static String readOrMake(DataDirectory data) throws IOException {
        var file = data.password();
        if (!Files.exists(file)) {
            if (Files.exists(data.cluster())) {
                throw new DatabaseStartException(file + " with the password of the database in " + data.cluster()
                        + " is missing; put it back from the same backup as the database");
            }
            make(data.keys(), file);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        var text = HexFormat.of().formatHex(bytes) + "\n";
        var staging = folder.resolve("postgres.new");
        Files.deleteIfExists(staging);
        try (var channel = FileChannel.open(
                staging,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE);
        DataDirectory.sync(folder);
    }
}

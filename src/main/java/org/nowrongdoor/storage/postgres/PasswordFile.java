package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.nowrongdoor.storage.SecretFile;

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
            make(file);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        SecretFile.create(file, HexFormat.of().formatHex(bytes) + "\n");
    }
}

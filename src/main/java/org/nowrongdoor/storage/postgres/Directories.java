package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What is done to a folder with all that is in it. */
final class Directories {

    private Directories() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Has the kernel write out a file system: after it, a rename of the folder cannot survive what is in it.
     *  One call for a thousand files; where the program is missing we rely on the kernel's own order. */
    static void sync(Path folder) throws InterruptedException {
        try {
            new ProcessBuilder("sync", "-f", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return;
        }
    }
}

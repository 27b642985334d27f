package org.nowrongdoor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for texts in every file below a folder, byte by byte. */
public final class FileBytes {

    private FileBytes() {}

    /** What is found, with the file that holds it. */
    public static List<String> find(Path folder, List<String> texts) {
        var found = new ArrayList<String>();
        for (var file : files(folder)) {
            var bytes = read(file);
            texts.stream()
                    .filter(text -> ChanceDigits.isToldIn(bytes, text))
                    .forEach(text -> found.add(text + " in " + file));
        }
        return found;
    }

    private static List<Path> files(Path folder) {
        for (int tries = 0; ; tries++) {
            try (var files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).toList();
            } catch (IOException | UncheckedIOException e) {
                // A file that goes away under the walk: look again.
                if (tries == 100) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

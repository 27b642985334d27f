package org.nowrongdoor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    private static final String SECRET = "s".repeat(100_000);

    @Test
    void itIsThereWholeForItsOwnerAloneAndNothingElse(@TempDir Path folder) throws IOException {
        var file = folder.resolve("keys/master");
        assertTrue(SecretFile.create(file, SECRET));
        assertEquals(SECRET, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void oneThatIsThereStands(@TempDir Path folder) throws IOException {
        var file = folder.resolve("master");
        assertTrue(SecretFile.create(file, "first"));
        assertFalse(SecretFile.create(file, "second"));
        assertEquals("first", Files.readString(file));
    }

    @Test
    void noOneEverReadsAPartAndAllReadTheSame(@TempDir Path folder) {
        for (int round = 0; round < 20; round++) {
            var file = folder.resolve("round-" + round);
            var read = new ConcurrentLinkedQueue<String>();
            var makers = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 6; i++) {
                var text = SECRET + i;
                makers.add(CompletableFuture.runAsync(() -> {
                    try {
                        SecretFile.create(file, text);
                        read.add(Files.readString(file));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            makers.forEach(CompletableFuture::join);
            assertEquals(1, read.stream().distinct().count());
            assertEquals(SECRET.length() + 1, read.element().length());
        }
    }
}

package org.nowrongdoor.access.caller;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private record Settings(Optional<String> masterKey, Optional<Path> masterKeyFile) implements AccessConfig {

        @Override
        public Optional<String> adminKey() {
            return Optional.empty();
        }

        @Override
        public int anonymousPerMinute() {
            return 1;
        }

        @Override
        public int keyPerMinute() {
            return 1;
        }

        @Override
        public int wrongKeysPerMinute() {
            return 1;
        }

        @Override
        public int wrongCodesPerMinute() {
            return 1;
        }

        @Override
        public int correctionsPerMinute() {
            return 1;
        }

        @Override
        public String oidcOrganizationClaim() {
            return "";
        }
    }

    private static final String TEXT = "a master key that is long enough";

    @Test
    void itIsMadeOnceAndForItsOwnerAlone(@TempDir Path data) throws IOException {
        var none = new Settings(Optional.empty(), Optional.empty());
        var first = new MasterKey(none, data).derive("api-key");
        var file = data.resolve("keys/master");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertArrayEquals(first, new MasterKey(none, data).derive("api-key"));
    }

    @Test
    void manyServersThatStartAtOnceHaveOneKey(@TempDir Path folder) {
        var none = new Settings(Optional.empty(), Optional.empty());
        for (int round = 0; round < 5; round++) {
            var data = folder.resolve("round-" + round);
            var keys = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> HexFormat.of().formatHex(new MasterKey(none, data).derive("api-key")),
                            task -> new Thread(task).start()))
                    .toList();
            assertEquals(
                    1, keys.stream().map(CompletableFuture::join).distinct().count());
        }
    }

    @Test
    void theSameTextGivesTheSameKeysFromTheEnvironmentAndFromAFile(@TempDir Path data) throws IOException {
        var file = Files.writeString(data.resolve("k"), TEXT + "\n");
        var fromText = new MasterKey(new Settings(Optional.of(TEXT), Optional.empty()), data);
        var fromFile = new MasterKey(new Settings(Optional.empty(), Optional.of(file)), data);
        assertArrayEquals(fromText.derive("audit"), fromFile.derive("audit"));
        assertFalse(Arrays.equals(fromText.derive("audit"), fromText.derive("api-key")));
        assertFalse(Files.exists(data.resolve("keys")));
    }

    @Test
    void aShortOneIsRefusedWithoutShowingIt(@TempDir Path data) {
        var thrown = assertThrows(
                IllegalStateException.class,
                () -> new MasterKey(new Settings(Optional.of("short-secret"), Optional.empty()), data));
        assertFalse(String.valueOf(thrown.getMessage()).contains("short-secret"));
    }
}

package org.nowrongdoor.exchange.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An uploaded file until its import has ended. It is sealed with a key of its own from the first byte on, for it may hold
 *  the addresses that are about to be dropped: without the key, which is not on the same disk, nothing of it is left. */
public final class UploadBuffer implements Closeable {

    private static final String ARRIVING = ".upload";
    private static final String STAGED = ".stage";
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;

    private final UUID name;
    private final byte[] key;
    private final FileChannel file;
    private final @Nullable Cipher sealing;
    private Path path;
    private long from;
    private long to;

    private UploadBuffer(Path path, StagedFile stage, FileChannel file, @Nullable Cipher sealing) {
        this.path = path;
        this.name = stage.name();
        this.key = stage.key();
        this.from = stage.from();
        this.to = stage.to();
        this.file = file;
        this.sealing = sealing;
    }

    /** An empty file in a folder, which is made when it is not there. */
    public static UploadBuffer in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var fresh = new StagedFile(UUID.randomUUID(), key, 0, 0);
        var path = folder.resolve(fresh.name() + ARRIVING);
        var file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new UploadBuffer(path, fresh, file, cipher(Cipher.ENCRYPT_MODE, key, 0));
    }

    /** A file that was staged before.
     *  @throws IOException when it is not here */
    static UploadBuffer reopen(Path folder, StagedFile stage) throws IOException {
        var path = folder.resolve(stage.name() + STAGED);
        return new UploadBuffer(path, stage, FileChannel.open(path, StandardOpenOption.READ), null);
    }

    /** Removes what a killed process has left of files that were on their way: their keys are gone with it. */
    static void removeLeftovers(Path folder) throws IOException {
        remove(folder, "*" + ARRIVING, Set.of());
    }

    /** Removes staged files that no import waits for. */
    static void removeStagedBut(Path folder, Set<UUID> wanted) throws IOException {
        remove(folder, "*" + STAGED, wanted.stream().map(name -> name + STAGED).collect(Collectors.toSet()));
    }

    private static void remove(Path folder, String pattern, Set<String> wanted) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, pattern)) {
                for (var file : files) {
                    if (!wanted.contains(file.getFileName().toString())) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** Adds to the end. */
    public void write(ByteBuffer bytes) throws IOException {
        if (sealing == null) {
            throw new IOException("a staged file does not grow");
        }
        var sealed = ByteBuffer.wrap(sealed(sealing, bytes));
        while (sealed.hasRemaining()) {
            to += file.write(sealed, to);
        }
    }

    private static byte[] sealed(Cipher cipher, ByteBuffer bytes) {
        var plain = new byte[bytes.remaining()];
        bytes.get(plain);
        var sealed = cipher.update(plain);
        return sealed == null ? new byte[0] : sealed;
    }

    /** Narrows the file to a part of itself.
     *  @param from its first byte
     *  @param to the byte after its last */
    public void narrow(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /** Makes sure that the file outlives a stop of the process. */
    public StagedFile stage() throws IOException {
        file.force(true);
        path = Files.move(path, path.resolveSibling(name + STAGED), StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return new StagedFile(name, key, from, to);
    }

    /** The bytes that count. */
    public long size() {
        return to - from;
    }

    /** The file from its beginning. Closing the stream leaves the file. */
    public InputStream reader() {
        return new PartReader(from);
    }

    /** Closes the file and leaves it where it is. */
    void leave() throws IOException {
        file.close();
    }

    /** Closes the file and removes it. */
    @Override
    public void close() throws IOException {
        try (file) {
            Files.deleteIfExists(path);
        }
    }

    /** AES-256 in counter mode, from any byte on: a key is used for one file alone. */
    private static Cipher cipher(int mode, byte[] key, long at) {
        try {
            var counter = ByteBuffer.allocate(BLOCK_BYTES).putLong(8, at / BLOCK_BYTES);
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter.array()));
            cipher.update(new byte[(int) (at % BLOCK_BYTES)]);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has AES", e);
        }
    }

    private final class PartReader extends InputStream {

        private final Cipher opening;
        private long at;

        PartReader(long at) {
            this.at = at;
            this.opening = cipher(Cipher.DECRYPT_MODE, key, at);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (at >= to) {
                return -1;
            }
            var sealed = ByteBuffer.allocate((int) Math.min(count, to - at));
            var read = file.read(sealed, at);
            if (read > 0) {
                at += read;
                var plain = sealed(opening, sealed.flip());
                System.arraycopy(plain, 0, bytes, offset, plain.length);
            }
            return read;
        }
    }
}

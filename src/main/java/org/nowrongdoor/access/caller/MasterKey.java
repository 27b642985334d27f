package org.nowrongdoor.access.caller;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.SecretFile;

/** The one secret of the house. It never leaves this class: others get keys derived from it, one for each purpose. */
@Singleton
public class MasterKey {

    private static final Logger LOG = Logger.getLogger(MasterKey.class);

    // 32 characters: 128 bits even when it is written in hexadecimal.
    private static final int MIN_LENGTH = 32;

    private final byte[] secret;

    public MasterKey(AccessConfig config, @ConfigProperty(name = "directory.data", defaultValue = "data") Path data) {
        var text = config.masterKey()
                .filter(key -> !key.isBlank())
                .orElseGet(() -> config.masterKeyFile().map(MasterKey::read).orElseGet(() -> generated(data)));
        if (text.strip().length() < MIN_LENGTH) {
            throw new IllegalStateException("directory.access.master-key must have at least " + MIN_LENGTH
                    + " characters, has " + text.strip().length());
        }
        this.secret = digest(text.strip());
    }

    /** A key of 32 bytes that belongs to one purpose; the same for ever and on every node that has this master key. */
    public byte[] derive(String purpose) {
        return hmac(secret, ("no-wrong-door/" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String generated(Path data) {
        var file = data.toAbsolutePath().resolve("keys").resolve("master");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new IllegalStateException("no master key can be kept at " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        if (SecretFile.create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
            LOG.warnf(
                    "A master key was made at %s. Keep a copy elsewhere: without it no key works and no referral can be read."
                            + " Several nodes need the same one (directory.access.master-key)",
                    file);
        } else {
            LOG.debugf("another process made %s meanwhile", file);
        }
    }

    private static String read(Path file) {
        try {
            var open = Files.getPosixFilePermissions(file);
            if (!SecretFile.OWNER_ONLY.containsAll(open)) {
                LOG.warnf("The master key at %s can be read by others (%s); run chmod 600", file, open);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("the master key at " + file + " cannot be read", e);
        }
    }
}

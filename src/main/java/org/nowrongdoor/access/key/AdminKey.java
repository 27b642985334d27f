package org.nowrongdoor.access.key;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.nowrongdoor.access.caller.AccessConfig;

/** The first key, from the configuration; only its digest is kept. */
@Singleton
public class AdminKey {

    private static final Logger LOG = Logger.getLogger(AdminKey.class);

    // 20: for digits alone 600 guesses a minute take over 10^11 years.
    private static final int MIN_LENGTH = 20;

    private final Optional<byte[]> digest;

    public AdminKey(AccessConfig config) {
        var key = config.adminKey().filter(text -> !text.isBlank());
        key.ifPresent(AdminKey::refuseShort);
        this.digest = key.map(AdminKey::digest);
    }

    private static void refuseShort(String key) {
        if (key.strip().length() < MIN_LENGTH) {
            throw new IllegalStateException("directory.access.admin-key must have at least " + MIN_LENGTH
                    + " characters, has " + key.strip().length());
        }
    }

    void announce(@Observes StartupEvent event) {
        if (digest.isEmpty()) {
            LOG.warn("There is no admin: set directory.access.admin-key (DIRECTORY_ACCESS_ADMIN_KEY) to create keys");
        }
    }

    /** Whether a key is the admin's, in a time that does not depend on where it differs. */
    public boolean is(String key) {
        return digest.isPresent() && MessageDigest.isEqual(digest.get(), digest(key));
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}

package org.nowrongdoor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.access.caller.Identity;
import org.nowrongdoor.access.key.KeyFormat;

/** What is known of keys that were used a moment ago, so that they can be refused without asking the database. Nothing is
 *  ever allowed by it: whether a key is still good is asked each time. */
@Singleton
class CredentialCache {

    /** A key that was found.
     *  @param origins the sites that may use it; empty for one that is not for embedding */
    record Known(String actor, List<String> origins) {

        /** Whether it is for embedding, and not by this site. */
        boolean isForeignTo(String origin) {
            return !origins.isEmpty() && !origins.contains(origin);
        }
    }

    private static final int MOST = 10_000;

    private final KeyFormat format;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(MOST)
            .build();

    CredentialCache(KeyFormat format) {
        this.format = format;
    }

    Optional<Known> find(String text) {
        return KeyFormat.isKey(text) ? Optional.ofNullable(known.getIfPresent(format.mark(text))) : Optional.empty();
    }

    void put(String text, Identity found) {
        if (KeyFormat.isKey(text)) {
            known.put(format.mark(text), new Known(found.actor(), found.origins()));
        }
    }
}

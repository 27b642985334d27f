package org.nowrongdoor.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.StoredService;

/** Services that were read out of the index lately, ready to answer with. Never older than the index: whatever writes
 *  to it says so here afterwards. */
@Singleton
public class StoredServiceCache {

    // A service is about 16 KB of objects; a quarter of the heap may go to them.
    private static final long BYTES_EACH = 16_000;
    private static final int SHARE_OF_HEAP = 4;

    private final ObjectMapper mapper;
    private final Cache<String, StoredService> known;
    private final AtomicLong generation = new AtomicLong();

    public StoredServiceCache(ObjectMapper mapper, SearchConfig settings) {
        this.mapper = mapper;
        // An index that other nodes write to as well changes behind our back.
        var most = settings.engine() == SearchConfig.Engine.ELASTICSEARCH
                ? 0
                : Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_EACH;
        known = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** A number that changes with every write; to be taken before the index is asked. */
    public long generation() {
        return generation.get();
    }

    @Nullable public StoredService find(String id) {
        return known.getIfPresent(id);
    }

    /** Reads what the index holds of a service, and keeps it unless something was written since.
     *  @param asOf the generation before the index was asked */
    public StoredService read(String id, String stored, long asOf) {
        var service = read(stored);
        known.asMap().compute(id, (key, other) -> generation.get() == asOf ? service : other);
        return service;
    }

    /** Reads a service as it is stored, and keeps nothing. */
    public StoredService read(String stored) {
        try {
            return mapper.readValue(stored, StoredService.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored service cannot be read", e);
        }
    }

    /** Forgets services that were written or removed just now. */
    public void forget(Collection<String> ids) {
        generation.incrementAndGet();
        known.invalidateAll(ids);
    }

    /** Forgets everything, when the index is rebuilt. */
    public void forgetAll() {
        generation.incrementAndGet();
        known.invalidateAll();
    }
}

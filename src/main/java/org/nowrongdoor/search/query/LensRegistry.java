package org.nowrongdoor.search.query;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.search.model.Lens;
import org.nowrongdoor.search.model.RequestFaults;

/** Every lens there is, read once from {@code search/lenses.json}; a slip in it stops the start. */
@Singleton
public class LensRegistry {

    private final List<Lens> all;

    LensRegistry(ObjectMapper mapper) {
        try (var in = Objects.requireNonNull(LensRegistry.class.getResourceAsStream("/search/lenses.json"))) {
            all = mapper.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("search/lenses.json cannot be read", e);
        }
    }

    public List<Lens> all() {
        return all;
    }

    /** The lens of a code; null when none is asked for, and with a fault when there is none of that name. */
    @Nullable Lens read(@Nullable String code, RequestFaults faults) {
        var lens = all.stream().filter(l -> l.code().equals(code)).findFirst();
        if (code != null && lens.isEmpty()) {
            faults.unknownName("/lens", code, all.stream().map(Lens::code).toList(), "GET /lenses lists them");
        }
        return lens.orElse(null);
    }
}

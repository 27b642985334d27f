package org.nowrongdoor.http.parameter;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the filters that several lists share. */
public final class FilterParameters {

    private FilterParameters() {}

    /** Words to search for; none when there is nothing but space. */
    public static Optional<String> words(@Nullable String search) {
        return Optional.ofNullable(search).map(String::strip).filter(words -> !words.isEmpty());
    }

    /** The earliest change that counts. */
    public static Optional<Instant> modifiedAfter(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> !given.isBlank())
                .map(given -> TimeParameter.parse("modified_after", given));
    }
}

package org.nowrongdoor.exchange.row;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As much of a stored term as a record that names it needs. */
public record KnownTerm(
        UUID id,
        String code,
        String name,
        String description,
        @Nullable UUID taxonomyId,
        @Nullable String taxonomy,
        List<String> flags) {}

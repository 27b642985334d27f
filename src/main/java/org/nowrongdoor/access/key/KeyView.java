package org.nowrongdoor.access.key;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Scope;

/** A key as it is listed: everything about it but the key.
 *  @param prefix how the key begins, to recognise one that leaked
 *  @param createdBy who made it, or the key that it replaces
 *  @param madeBy whose hand it comes from, {@code admin} for the operator: keys of one hand never approve for each other
 *  @param lastUsedOn the day, never the time */
public record KeyView(
        UUID id,
        String name,
        String prefix,
        List<Scope> scopes,
        List<String> origins,
        @Nullable UUID organizationId,
        Instant createdAt,
        String createdBy,
        String madeBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsedOn) {}

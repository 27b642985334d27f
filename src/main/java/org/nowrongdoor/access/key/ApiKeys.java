package org.nowrongdoor.access.key;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.KeyMaker;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Every key that was ever given out. Each check asks the database, so that a revoked key is dead on every node at once. */
@Singleton
public class ApiKeys {

    // More than a directory ever hands out; older ones are found by their prefix in the audit.
    private static final int MOST_LISTED = 1000;

    // RFC 3339 writes a year with four digits; one more day for every offset.
    private static final int LAST_YEAR = 9998;

    private final ApiKeyRepository keys;
    private final KeyFormat text;
    private final AuditLog audit;
    private final Caller caller;
    private final Clock clock;

    ApiKeys(ApiKeyRepository keys, KeyFormat text, AuditLog audit, Caller caller, Clock clock) {
        this.keys = keys;
        this.text = text;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The valid key that a text is; empty for one that is unknown, expired or revoked. */
    @Transactional
    public Optional<ApiKey> find(String key) {
        var digest = text.digest(key);
        var found = keys.findByDigest(digest)
                .filter(candidate -> MessageDigest.isEqual(candidate.digest, digest))
                .filter(candidate -> candidate.isValidAt(clock.instant()));
        found.ifPresent(this::used);
        return found;
    }

    // The day is enough to find keys that no one needs, and costs one write a day.
    private void used(ApiKey key) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(key.lastUsedOn)) {
            keys.noteUse(key.id, today);
        }
    }

    /** Gives out a key.
     *  @throws ProblemException UNPROCESSABLE when it would do nothing or act for another organisation, FORBIDDEN when it would
     *      do more than the caller's own */
    @Transactional
    public IssuedKey issue(NewKey wanted) {
        var key = new ApiKey();
        key.id = UUID.randomUUID();
        key.name = wanted.name();
        key.scopes = Objects.requireNonNull(wanted.scopes()).stream()
                .map(scope -> scope.wire)
                .toArray(String[]::new);
        key.origins = Objects.requireNonNull(wanted.origins()).toArray(String[]::new);
        key.organizationId = caller.reach().ownerOr(wanted.organizationId());
        key.expiresAt = withinOwn(expiry(wanted.expiresAt()));
        refuseUnlessUseful(key, wanted.organizationId());
        key.createdBy = Objects.requireNonNullElse(caller.actor(), "system");
        key.madeBy = KeyMaker.of(key.createdBy, caller.maker(), key.id, key.organizationId)
                .toString();
        return store(key);
    }

    /** Gives out a key in place of another, which goes on for a while so that both can be in use. */
    @Transactional
    public IssuedKey rotate(UUID id, Duration overlap) {
        var old = administered(id, LockModeType.PESSIMISTIC_WRITE);
        if (!old.isValidAt(clock.instant())) {
            throw ProblemException.of(ProblemKind.CONFLICT, "the key has ended; create a new one instead");
        }
        var key = new ApiKey();
        key.id = UUID.randomUUID();
        key.name = old.name;
        key.scopes = old.scopes;
        key.origins = old.origins;
        key.organizationId = old.organizationId;
        key.expiresAt = old.expiresAt;
        var end = clock.instant().plus(overlap);
        if (old.expiresAt == null || end.isBefore(old.expiresAt)) {
            old.expiresAt = end;
        }
        audit.record("rotate", "key", id.toString());
        // It stays in the hand that the old one is in.
        key.createdBy = old.createdBy;
        key.madeBy = old.madeBy;
        return store(key);
    }

    /** Ends a key now, on every node. */
    @Transactional
    public void revoke(UUID id) {
        var key = administered(id, LockModeType.PESSIMISTIC_WRITE);
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant();
            audit.record("revoke", "key", id.toString());
        }
    }

    /** A key that the caller administers.
     *  @throws ProblemException NOT_FOUND when there is none, or when it is another organisation's, or may do more than
     *      the caller */
    @Transactional
    public ApiKey get(UUID id) {
        return administered(id, LockModeType.NONE);
    }

    private ApiKey administered(UUID id, LockModeType lock) {
        return keys.findOf(caller.organizationId(), id, lock)
                .filter(this::isWithin)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "no key has this id"));
    }

    /** Whether a key may do no more than a caller who is bound to an organisation. */
    private boolean isWithin(ApiKey key) {
        return caller.reach().isAcross() || key.scopes().stream().allMatch(caller::may);
    }

    /** The keys that the caller administers, the newest first. */
    @Transactional
    public List<KeyView> list() {
        return keys.listOf(caller.organizationId(), MOST_LISTED).stream()
                .filter(this::isWithin)
                .map(ApiKey::view)
                .toList();
    }

    private IssuedKey store(ApiKey key) {
        var secret = text.next(key.isForEmbedding());
        key.prefix = KeyFormat.prefix(secret);
        key.digest = text.digest(secret);
        key.createdAt = clock.instant();
        keys.persist(key);
        audit.record("create", "key", key.id.toString());
        return new IssuedKey(key.id, secret, key.view());
    }

    private void refuseUnlessUseful(ApiKey key, @Nullable UUID wantedOrganization) {
        if (wantedOrganization != null && !caller.reach().covers(wantedOrganization)) {
            throw refused(
                    ProblemKind.UNPROCESSABLE,
                    "/organization_id",
                    "organization_id must be that of your own key, or be left out");
        }
        var more = key.scopes().stream()
                .filter(scope -> !caller.reach().isAcross() && !caller.may(scope))
                .map(scope -> scope.wire)
                .sorted()
                .toList();
        if (!more.isEmpty()) {
            throw refused(
                    ProblemKind.FORBIDDEN,
                    "/scopes",
                    "scopes must be among those of your own key. It has not " + String.join(", ", more)
                            + ". A key without organisation gives others.");
        }
        if ((key.scopes.length == 0) == (key.origins.length == 0)) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    "a key has scopes or origins, not both. Scopes say what it may do. Origins are the sites"
                            + " that may embed it.");
        }
    }

    private static ProblemException refused(ProblemKind kind, String pointer, String detail) {
        return ProblemException.of(kind, detail, List.of(new Fault(pointer, detail)));
    }

    /** No key outlives the one that made it. */
    private @Nullable Instant withinOwn(@Nullable Instant wanted) {
        var own = keys.findByActor(caller.actor()).map(key -> key.expiresAt);
        if (wanted != null && own.filter(wanted::isAfter).isPresent()) {
            throw refused(
                    ProblemKind.UNPROCESSABLE,
                    "/expires_at",
                    "expires_at must not lie after the end of your own key, " + own.get());
        }
        return wanted == null ? own.orElse(null) : wanted;
    }

    private @Nullable Instant expiry(@Nullable OffsetDateTime wanted) {
        if (wanted != null && !wanted.toInstant().isAfter(clock.instant())) {
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, "expires_at must lie in the future, was " + wanted);
        }
        if (wanted != null && wanted.getYear() > LAST_YEAR) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    "expires_at must lie before the year " + (LAST_YEAR + 1) + ", was " + wanted
                            + ". Leave it out for a key without an end.");
        }
        return wanted == null ? null : wanted.toInstant();
    }
}

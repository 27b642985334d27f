package org.nowrongdoor.access.key;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Every key that was ever given out. Each check asks the database, so that a revoked key is dead on every node at once. */
@Singleton
public class ApiKeys {

    // More than a directory ever hands out; older ones are found by their prefix in the audit.
    private static final int MOST_LISTED = 1000;

    private final EntityManager entities;
    private final KeyFormat text;
    private final AuditLog audit;
    private final Caller caller;
    private final Clock clock;

    public ApiKeys(EntityManager entities, KeyFormat text, AuditLog audit, Caller caller, Clock clock) {
        this.entities = entities;
        this.text = text;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The valid key that a text is; empty for one that is unknown, expired or revoked. */
    @Transactional
    public Optional<ApiKey> find(String key) {
        var digest = text.digest(key);
        var found = entities.createQuery("from ApiKey where digest = :digest", ApiKey.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst()
                .filter(candidate -> MessageDigest.isEqual(candidate.digest, digest))
                .filter(candidate -> candidate.isValidAt(clock.instant()));
        found.ifPresent(this::used);
        return found;
    }

    // The day is enough to find keys that no one needs, and costs one write a day.
    private void used(ApiKey key) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(key.lastUsedOn)) {
            entities.createQuery("update ApiKey set lastUsedOn = :today where id = :id")
                    .setParameter("today", today)
                    .setParameter("id", key.id)
                    .executeUpdate();
        }
    }

    /** Gives out a key.
     *  @throws ProblemException UNPROCESSABLE when it would do nothing, or act in the name of another organisation */
    @Transactional
    public IssuedKey issue(NewKey wanted) {
        var key = new ApiKey();
        key.name = wanted.name();
        key.scopes = Objects.requireNonNull(wanted.scopes()).stream()
                .map(scope -> scope.wire)
                .toArray(String[]::new);
        key.origins = Objects.requireNonNull(wanted.origins()).toArray(String[]::new);
        key.organizationId = caller.organizationId() == null ? wanted.organizationId() : caller.organizationId();
        key.expiresAt = expiry(wanted.expiresAt());
        refuseUnlessUseful(key, wanted.organizationId());
        return store(key, "create");
    }

    /** Gives out a key in place of another, which goes on for a while so that both can be in use. */
    @Transactional
    public IssuedKey rotate(UUID id, Duration overlap) {
        var old = get(id);
        if (!old.isValidAt(clock.instant())) {
            throw ProblemException.of(ProblemKind.CONFLICT, "the key has ended; create a new one instead");
        }
        var key = new ApiKey();
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
        return store(key, "create");
    }

    /** Ends a key now, on every node. */
    @Transactional
    public void revoke(UUID id) {
        var key = get(id);
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant();
            audit.record("revoke", "key", id.toString());
        }
    }

    /** A key that the caller administers.
     *  @throws ProblemException NOT_FOUND when there is none, or when it is another organisation's */
    @Transactional
    public ApiKey get(UUID id) {
        // One question for both: a key of others must not take longer to be refused than one that is not there.
        return entities.createQuery(
                        "from ApiKey where id = :id and (:mine is null or organizationId = :mine)", ApiKey.class)
                .setParameter("id", id)
                .setParameter("mine", caller.organizationId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "no key has this id"));
    }

    /** The keys that the caller administers, the newest first. */
    @Transactional
    public List<KeyView> list() {
        return entities.createQuery(
                        "from ApiKey where :mine is null or organizationId = :mine order by createdAt desc, id",
                        ApiKey.class)
                .setParameter("mine", caller.organizationId())
                .setMaxResults(MOST_LISTED)
                .getResultStream()
                .map(ApiKey::view)
                .toList();
    }

    private IssuedKey store(ApiKey key, String action) {
        var secret = text.next(key.isForEmbedding());
        key.id = UUID.randomUUID();
        key.prefix = KeyFormat.prefix(secret);
        key.digest = text.digest(secret);
        key.createdAt = clock.instant();
        key.createdBy = Objects.requireNonNullElse(caller.actor(), "system");
        entities.persist(key);
        audit.record(action, "key", key.id.toString());
        return new IssuedKey(key.id, secret, key.view());
    }

    private void refuseUnlessUseful(ApiKey key, @Nullable UUID wantedOrganization) {
        if ((key.scopes.length == 0) == (key.origins.length == 0)) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    "a key has either scopes (what it may do) or origins (the sites that may embed it), not both");
        }
        if (wantedOrganization != null && !wantedOrganization.equals(key.organizationId)) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE, "organization_id must be that of your own key, or be left out");
        }
    }

    private @Nullable Instant expiry(@Nullable OffsetDateTime wanted) {
        if (wanted != null && !wanted.toInstant().isAfter(clock.instant())) {
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, "expires_at must lie in the future, was " + wanted);
        }
        return wanted == null ? null : wanted.toInstant();
    }
}

package org.nowrongdoor.exchange.provider;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Links by which a provider without an account looks after its own entry: random, hashed at rest, good for some days. */
@Singleton
class InvitationRepository {

    /** An invitation with the token that is told once. */
    record Made(UUID id, String token, Instant expiresAt) {}

    /** An invitation that someone came with. */
    record Held(UUID id, UUID serviceId, Instant expiresAt) {

        /** Who is named in the history. */
        String actor() {
            return "invitation " + id;
        }
    }

    // 32 bytes: 256 bits cannot be guessed.
    private static final int TOKEN_BYTES = 32;

    private final EntityManager entities;
    private final JdbcReader rows;
    private final Clock clock;
    private final byte[] hashKey;
    private final SecureRandom random = new SecureRandom();

    InvitationRepository(EntityManager entities, JdbcReader rows, Clock clock, MasterKey master) {
        this.entities = entities;
        this.rows = rows;
        this.clock = clock;
        this.hashKey = master.derive("provider-invitation");
    }

    /** Makes an invitation to a service that is there, in the running transaction. */
    @Transactional
    Made create(UUID serviceId, String actor, Duration validity) {
        var keyId = keyOf(actor);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var made = new Made(UUID.randomUUID(), token, now.plus(validity));
        entities.createNativeQuery(
                        "insert into invitation (id, service_id, token_digest, created_by, key_id,"
                                + " created_at, expires_at) values (:id, :service, :digest, :actor, cast(:key as uuid), :now, :end)")
                .setParameter("id", made.id())
                .setParameter("service", serviceId)
                .setParameter("digest", digest(token))
                .setParameter("actor", actor)
                .setParameter("key", keyId)
                .setParameter("now", now)
                .setParameter("end", made.expiresAt())
                .executeUpdate();
        return made;
    }

    /** The key that an invitation is to live by; null for the operator's.
     *  @throws ProblemException CONFLICT for a token: its end is not known here */
    private @Nullable String keyOf(String actor) {
        if (actor.equals(Caller.OPERATOR)) {
            return null;
        }
        return rows
                .list(SqlBuilder.of("select id from api_key where id::text = ?", actor), row -> row.getString(1))
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.CONFLICT,
                        "an invitation needs a key, and a token is none. Use a key (POST /keys)."));
    }

    /** The invitation that a token belongs to.
     *  @throws ProblemException NOT_FOUND, the same for one that never was, is over, was taken back, or whose key has
     *      ended or is not of the service's organisation */
    @Transactional
    Held get(String token) {
        return rows
                .list(
                        SqlBuilder.of(
                                "select id, service_id, expires_at from invitation where token_digest = ? and expires_at > ?"
                                        // An older node writes no key; only the operator's has none.
                                        + " and (key_id is not null or created_by = ?)"
                                        + " and invitation_stands(key_id, service_id, cast(? as timestamptz))",
                                digest(token),
                                clock.instant(),
                                Caller.OPERATOR,
                                clock.instant()),
                        row -> new Held(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getTimestamp(3).toInstant()))
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND, "this link is not good, or no longer; ask for a new one"));
    }

    /** Takes back every invitation to a service. */
    @Transactional
    void revoke(UUID serviceId) {
        entities.createNativeQuery("delete from invitation where service_id = :service")
                .setParameter("service", serviceId)
                .executeUpdate();
    }

    private byte[] digest(String token) {
        return MasterKey.hmac(hashKey, token.getBytes(StandardCharsets.UTF_8));
    }
}

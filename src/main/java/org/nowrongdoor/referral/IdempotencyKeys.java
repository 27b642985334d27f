package org.nowrongdoor.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.state.Viewer;
import org.nowrongdoor.storage.AdvisoryLock;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** What was asked under an Idempotency-Key in the last 24 hours, as keyed hashes: of the key, and of the body without
 *  what it says of a person. */
@Singleton
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final EntityManager entities;
    private final JdbcReader rows;
    private final ObjectMapper mapper;
    private final byte[] keyHash;
    private final byte[] bodyHash;

    IdempotencyKeys(EntityManager entities, JdbcReader rows, ObjectMapper mapper, MasterKey master) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.keyHash = master.derive("idempotency-key");
        this.bodyHash = master.derive("idempotency-body");
    }

    /** A request that may be repeated.
     *  @param owner whose keys these are: an organisation's, or a key's where there is none */
    record Request(String owner, String keyDigest, String bodyDigest) {}

    Request of(Viewer viewer, String key, NewReferral body) {
        try {
            return new Request(
                    viewer.organizationId() == null
                            ? viewer.actor()
                            : viewer.organizationId().toString(),
                    hash(keyHash, key.getBytes(StandardCharsets.UTF_8)),
                    hash(bodyHash, mapper.writeValueAsBytes(body.withoutPerson())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that was read can be written");
        }
    }

    private static String hash(byte[] key, byte[] text) {
        return HexFormat.of().formatHex(MasterKey.hmac(key, text));
    }

    /** The referral that the same request made before. Others who ask under the same key wait until this transaction ends.
     *  @throws ProblemException IDEMPOTENCY_KEY_REUSED when the key was used for another request */
    @Transactional
    Optional<UUID> find(Request request, Instant now) {
        AdvisoryLock.IDEMPOTENCY_KEY.lockInTransaction(entities, request.owner + "/" + request.keyDigest);
        return rows
                .list(
                        SqlBuilder.of(
                                "select body_digest, referral_id from idempotency"
                                        + " where owner = ? and key_digest = ? and created_at > ?",
                                request.owner,
                                request.keyDigest,
                                now.minus(KEPT)),
                        row -> new Before(row.getString(1), row.getObject(2, UUID.class)))
                .stream()
                .findFirst()
                .map(before -> before.requireSame(request));
    }

    private record Before(String bodyDigest, UUID referralId) {

        UUID requireSame(Request request) {
            if (!bodyDigest.equals(request.bodyDigest)) {
                throw ProblemException.of(
                        ProblemKind.IDEMPOTENCY_KEY_REUSED,
                        "Idempotency-Key was sent with another body in the last 24 hours; use a new one");
            }
            return referralId;
        }
    }

    /** Remembers which referral a request made, in the running transaction. */
    void remember(Request request, UUID referralId, Instant now) {
        entities.createNativeQuery("insert into idempotency (owner, key_digest, body_digest, referral_id, created_at)"
                        + " values (:owner, :key, :body, :referral, :now) on conflict (owner, key_digest) do update"
                        + " set body_digest = excluded.body_digest, referral_id = excluded.referral_id,"
                        + " created_at = excluded.created_at")
                .setParameter("owner", request.owner)
                .setParameter("key", request.keyDigest)
                .setParameter("body", request.bodyDigest)
                .setParameter("referral", referralId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Forgets what is older than a day. */
    @Transactional
    void forgetBefore(Instant now) {
        entities.createNativeQuery("delete from idempotency where created_at <= :since")
                .setParameter("since", now.minus(KEPT))
                .executeUpdate();
    }
}

package org.nowrongdoor.referral.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.nowrongdoor.access.caller.MasterKey;
import org.nowrongdoor.access.caller.Sealing;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Details about persons, each under a key of its own that is wrapped by one of the house and dies with its row.
 *  Anyone who has the row without the master key, or puts it into another referral, has nothing. */
@Singleton
public class PersonVault {

    private final EntityManager entities;
    private final JdbcReader rows;
    private final ObjectMapper mapper;
    private final Sealing house;
    private final SecureRandom random = new SecureRandom();

    PersonVault(EntityManager entities, JdbcReader rows, ObjectMapper mapper, MasterKey master) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.house = new Sealing(master.derive("person-vault"));
    }

    /** Keeps what is known of a person until a time, in the running transaction. */
    @Transactional
    public void keep(UUID referralId, PersonRecord file, Instant until) {
        seal(referralId, file, until);
    }

    /** What is known at a time; nothing once the consent has ended, whether or not the row is gone already. */
    @Transactional
    public Optional<PersonRecord> open(UUID referralId, Instant now) {
        return rows
                .list(
                        SqlBuilder.of(
                                "select wrapped_key, sealed from person_vault where referral_id = ? and expires_at > ?",
                                referralId,
                                now),
                        row -> unseal(referralId, row.getBytes(1), row.getBytes(2)))
                .stream()
                .findFirst();
    }

    /** Changes what is known, if anything is.
     *  @return whether it is */
    @Transactional
    public boolean change(UUID referralId, Instant now, UnaryOperator<PersonRecord> change) {
        var file = open(referralId, now);
        file.ifPresent(found -> {
            var until = expiry(referralId).orElseThrow();
            destroy(referralId);
            seal(referralId, change.apply(found), until);
        });
        return file.isPresent();
    }

    /** Until when details are kept; empty when there are none. */
    @Transactional
    public Optional<Instant> expiry(UUID referralId) {
        return rows
                .list(
                        SqlBuilder.of("select expires_at from person_vault where referral_id = ?", referralId),
                        row -> row.getTimestamp(1).toInstant())
                .stream()
                .findFirst();
    }

    /** Ends the keeping at a time, unless it ends earlier. */
    @Transactional
    public void shorten(UUID referralId, Instant until) {
        entities.createNativeQuery(
                        "update person_vault set expires_at = :until where referral_id = :id and expires_at > :until")
                .setParameter("id", referralId)
                .setParameter("until", until)
                .executeUpdate();
    }

    /** Destroys what is known, with its key.
     *  @return whether there was anything */
    @Transactional
    public boolean destroy(UUID referralId) {
        return entities.createNativeQuery("delete from person_vault where referral_id = :id")
                        .setParameter("id", referralId)
                        .executeUpdate()
                > 0;
    }

    /** Referrals whose details have to be destroyed by now. */
    @Transactional
    public List<UUID> listExpired(Instant now, int most) {
        return rows.list(
                SqlBuilder.of(
                        "select referral_id from person_vault where expires_at <= ? order by expires_at limit ?",
                        now,
                        most),
                row -> row.getObject(1, UUID.class));
    }

    private void seal(UUID id, PersonRecord file, Instant until) {
        var key = new byte[Sealing.KEY_BYTES];
        random.nextBytes(key);
        try {
            var plain = mapper.writeValueAsBytes(file);
            var context = context(id);
            var wrapped = house.seal(key, context);
            var sealed = new Sealing(key).seal(plain, context);
            Arrays.fill(plain, (byte) 0);
            entities.createNativeQuery("insert into person_vault (referral_id, wrapped_key, sealed, expires_at)"
                            + " values (:id, :key, :sealed, :until)")
                    .setParameter("id", id)
                    .setParameter("key", wrapped)
                    .setParameter("sealed", sealed)
                    .setParameter("until", until)
                    .executeUpdate();
        } catch (IOException e) {
            throw new IllegalStateException("details of referral " + id + " cannot be sealed", hidden(e));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private PersonRecord unseal(UUID id, byte[] wrapped, byte[] sealed) {
        try {
            var context = context(id);
            var key = house.open(wrapped, context);
            var plain = new Sealing(key).open(sealed, context);
            try {
                return mapper.readValue(plain, PersonRecord.class);
            } finally {
                Arrays.fill(key, (byte) 0);
                Arrays.fill(plain, (byte) 0);
            }
        } catch (IOException e) {
            throw new IllegalStateException("details of referral " + id + " cannot be opened", hidden(e));
        }
    }

    // What a library says of the text it choked on must not reach a log.
    private static Throwable hidden(Exception e) {
        return new IllegalStateException(e.getClass().getSimpleName());
    }

    private static String context(UUID id) {
        return "person-vault/" + id;
    }
}

package org.nowrongdoor.access.key;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** API keys in the store. Every method joins the caller's transaction. */
@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    Optional<ApiKey> findByDigest(byte[] digest) {
        return find("digest", (Object) digest).stream().findFirst();
    }

    /** A key of an organisation, or of any where none is named. One question for all: a key of others must not take
     *  longer to be refused than one that is not there. */
    Optional<ApiKey> findOf(@Nullable UUID organizationId, UUID id, LockModeType lock) {
        return find("id = ?1 and (?2 is null or organizationId = ?2)", id, organizationId).withLock(lock).stream()
                .findFirst();
    }

    /** Keys of an organisation, or of all where none is named, the newest first. */
    List<ApiKey> listOf(@Nullable UUID organizationId, int most) {
        var newestFirst = Sort.descending("createdAt").and("id");
        var found = organizationId == null ? findAll(newestFirst) : find("organizationId", newestFirst, organizationId);
        return found.page(0, most).list();
    }

    /** The key that an actor is; empty for the admin and for people with a token. */
    Optional<ApiKey> findByActor(@Nullable String actor) {
        return actor == null
                ? Optional.empty()
                : find("cast(id as string) = ?1", actor).stream().findFirst();
    }

    /** Notes the day of the last use without a new version of the key: its administrators do not wait for this. */
    void noteUse(UUID id, LocalDate day) {
        update("lastUsedOn = ?1 where id = ?2", day, id);
    }

    /** The actor that made an invitation. In SQL, for invitations are no entities here. */
    Optional<String> findMakerOfInvitation(UUID id) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select created_by from invitation where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
